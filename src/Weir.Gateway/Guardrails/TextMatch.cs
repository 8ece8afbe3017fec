namespace Weir.Gateway.Guardrails;

/// <summary>Where a filter matches in a text.</summary>
/// <param name="Start">In UTF-16 units.</param>
/// <param name="Length">At least 1.</param>
/// <param name="Pattern">Which of the patterns of a filter it is; null: the filter has one.</param>
internal readonly record struct TextMatch(int Start, int Length, string? Pattern = null)
{
    public int End => Start + Length;
}
