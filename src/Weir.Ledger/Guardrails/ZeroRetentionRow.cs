namespace Weir.Ledger.Guardrails;

/// <summary>Of which groups of models only endpoints may answer that retain nothing; null: nothing is said.</summary>
public sealed record ZeroRetentionRow
{
    public static ZeroRetentionRow None { get; } = new();

    public bool? Anthropic { get; init; }
    public bool? OpenAI { get; init; }
    public bool? Google { get; init; }
    public bool? XAI { get; init; }
    public bool? Other { get; init; }

    /// <summary>What all groups say alike; null when they differ, or say nothing.</summary>
    public bool? All => Anthropic == OpenAI && OpenAI == Google && Google == XAI && XAI == Other ? Other : null;
}
