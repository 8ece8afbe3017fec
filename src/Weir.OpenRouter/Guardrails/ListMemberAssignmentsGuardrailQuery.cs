namespace Weir.OpenRouter;

/// <summary>What a list of <see cref="GuardrailsClient"/> is narrowed to; what is null is not asked for.</summary>
public sealed record ListMemberAssignmentsGuardrailQuery
{
    public long? Offset { get; init; }

    public long? Limit { get; init; }

    internal string ToText() => new QueryText()
        .Add("offset", Offset)
        .Add("limit", Limit)
        .ToString();
}
