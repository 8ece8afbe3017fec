namespace Weir.OpenRouter;

/// <summary>Activity item, as <c>AccountClient</c> gets it.</summary>
public sealed record ActivityItem : WireRecord
{
    public decimal? ByokUsageInference { get; init; }

    public long? CompletionTokens { get; init; }

    public string? Date { get; init; }

    public string? EndpointId { get; init; }

    public string? Model { get; init; }

    public string? ModelPermaslug { get; init; }

    public long? PromptTokens { get; init; }

    public string? ProviderName { get; init; }

    public long? ReasoningTokens { get; init; }

    public long? Requests { get; init; }

    public decimal? Usage { get; init; }

    public string? WorkspaceId { get; init; }
}
