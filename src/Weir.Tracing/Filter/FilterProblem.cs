namespace Weir.Tracing.Filter;

/// <summary>Why a filter cannot be understood.</summary>
/// <param name="Position">The character at which it shows, from 1.</param>
/// <param name="Text">What is wrong, and what would work.</param>
public sealed record FilterProblem(int Position, string Text)
{
    /// <summary><c>filter, character 7: …</c>.</summary>
    public override string ToString() => $"filter, character {Position}: {Text}";
}
