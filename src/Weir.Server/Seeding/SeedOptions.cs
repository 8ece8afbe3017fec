namespace Weir.Server.Seeding;

/// <summary>What <c>weir seed</c> is to make.</summary>
public sealed record SeedOptions
{
    /// <summary>Smallest number of spans that is a month with something of everything in it.</summary>
    public const int FewestSpans = 500;

    /// <summary>Largest number of spans.</summary>
    public const int MostSpans = 20_000_000;

    public required string DataFolder { get; init; }

    /// <summary>Spans, about: the last trace is made whole.</summary>
    public int Spans { get; init; } = 200_000;

    /// <summary>The same number and the same <see cref="Until"/> make the same data.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The end of the month; nothing that is made is later.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Whether a folder that holds something may be added to.</summary>
    public bool AddsToUsedFolder { get; init; }
}
