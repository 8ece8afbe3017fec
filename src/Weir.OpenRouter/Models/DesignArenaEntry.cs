namespace Weir.OpenRouter;

/// <summary>Design arena entry, as <c>ModelsClient</c> gets it.</summary>
public sealed record DesignArenaEntry : WireRecord
{
    public string? Arena { get; init; }

    public string? Category { get; init; }

    public decimal? Elo { get; init; }

    public long? Rank { get; init; }

    public decimal? WinRate { get; init; }
}
