namespace Weir.OpenRouter;

/// <summary>
/// What one endpoint did on one UTC day, as <c>GET /activity</c> counts it; with <see cref="GetActivityAccountQuery.GroupBy"/>, one row for each workspace
/// too.
/// </summary>
public sealed record ActivityItem : WireRecord
{
    /// <summary>What providers charged on keys of one's own, USD; not taken from the credits.</summary>
    public decimal? ByokUsageInference { get; init; }

    /// <summary>Tokens that the model wrote, the reasoning among them.</summary>
    public long? CompletionTokens { get; init; }

    /// <summary>UTC date, <c>yyyy-MM-dd</c>. Only completed days, the last 30.</summary>
    public string? Date { get; init; }

    /// <summary>Id of the endpoint that served: one model at one provider.</summary>
    public string? EndpointId { get; init; }

    /// <summary>Slug of the model, <c>author/slug</c>.</summary>
    public string? Model { get; init; }

    /// <summary>Permanent slug of the model's version, mostly with its date: <c>openai/gpt-4.1-2025-04-14</c>.</summary>
    public string? ModelPermaslug { get; init; }

    /// <summary>Tokens of the prompts.</summary>
    public long? PromptTokens { get; init; }

    /// <summary>Display name of the provider, such as <c>OpenAI</c>; not its slug.</summary>
    public string? ProviderName { get; init; }

    /// <summary>Tokens that went into reasoning.</summary>
    public long? ReasoningTokens { get; init; }

    /// <summary>How many calls the row sums up.</summary>
    public long? Requests { get; init; }

    /// <summary>Credits spent, USD.</summary>
    public decimal? Usage { get; init; }

    /// <summary>UUID of the workspace; null unless <see cref="GetActivityAccountQuery.GroupBy"/> asked for it.</summary>
    public string? WorkspaceId { get; init; }
}
