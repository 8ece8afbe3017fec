namespace Weir.Architecture.Tests;

/// <summary>A public type with one member of each kind, to see how it is written down.</summary>
public abstract record SampleApi
{
    public const int Length = 7;

    public required IReadOnlyList<string?>? Names { get; init; }

    internal int Hidden { get; init; }

    public static SampleApi? Find(string name, out long? number, bool exact = true)
    {
        number = name.Length;
        return exact ? null : throw new NotSupportedException();
    }
}
