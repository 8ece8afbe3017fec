namespace Weir.OpenRouter;

/// <summary>Which page of the keys of all guardrails to get.</summary>
public sealed record ListKeyAssignmentsGuardrailQuery
{
    /// <summary>Assignments to skip. Default 0.</summary>
    public long? Offset { get; init; }

    /// <summary>Most assignments to get, 1 to 100. Default 50.</summary>
    public long? Limit { get; init; }

    internal string ToText() => new QueryText()
        .Add("offset", Offset)
        .Add("limit", Limit)
        .ToString();
}
