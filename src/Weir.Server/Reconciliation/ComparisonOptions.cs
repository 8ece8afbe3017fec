namespace Weir.Server.Reconciliation;

/// <summary>How a bill is read and compared.</summary>
public sealed record ComparisonOptions
{
    /// <summary>Columns by what they hold: <c>date</c>, <c>model</c>, <c>requests</c>, <c>prompt_tokens</c>, <c>completion_tokens</c>, <c>cost</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Columns { get; init; } = [];

    /// <summary>Our slugs by the bill's names of models.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Models { get; init; } = [];

    /// <summary>Display name of the provider whose bill it is; null: all traffic.</summary>
    public string? Provider { get; init; }

    /// <summary>Whether the bill is that of stored credentials.</summary>
    public bool Byok { get; init; }

    /// <summary>US dollars that the costs of a day and model may be apart, 0 or more.</summary>
    public decimal Tolerance { get; init; }

    /// <summary>Whether requests and tokens may differ.</summary>
    public bool CostOnly { get; init; }

    /// <summary>Whether the report is JSON instead of a table.</summary>
    public bool Json { get; init; }
}
