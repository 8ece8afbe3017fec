namespace Weir.OpenRouter;

/// <summary>How a model does in one category of Design Arena, where people choose between two answers.</summary>
public sealed record DesignArenaEntry : WireRecord
{
    /// <summary>One of <c>models</c>, <c>builders</c>, <c>agents</c>.</summary>
    public string? Arena { get; init; }

    /// <summary>Category of the arena, such as <c>website</c> or <c>gamedev</c>.</summary>
    public string? Category { get; init; }

    /// <summary>Elo rating; the higher the better.</summary>
    public decimal? Elo { get; init; }

    /// <summary>Its place among the models of the server, 1 being the best.</summary>
    public long? Rank { get; init; }

    /// <summary>How often it won, in percent.</summary>
    public decimal? WinRate { get; init; }
}
