namespace Weir.Protocol.Workspaces;

/// <summary>A workspace, as <c>/workspaces</c> shows it.</summary>
public sealed record WorkspaceRecord
{
    /// <summary>UUID; paths take the slug as well.</summary>
    public required string Id { get; init; }

    /// <summary>Lowercase letters, digits and single hyphens, at most 50; no other workspace has it.</summary>
    public required string Slug { get; init; }

    /// <summary>1 to 100 characters; need not be unique.</summary>
    public required string Name { get; init; }

    /// <summary>At most 500 characters; null: none was given.</summary>
    public required string? Description { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }

    /// <summary>ISO 8601, UTC; null: not since it was made.</summary>
    public required string? UpdatedAt { get; init; }

    /// <summary>Label of the key, or address of the user, that made it; null: it was there from the beginning.</summary>
    public required string? CreatedBy { get; init; }

    /// <summary>UUID, that of the workspace; the guardrail can be read and written before anybody has set anything in it.</summary>
    public required string DefaultGuardrailId { get; init; }

    /// <summary>Whether what is spent at providers with credentials of one's own counts under its budgets.</summary>
    public required bool IncludeByokInBudgets { get; init; }

    /// <summary>Null: a request that names no model gets the one of the configuration.</summary>
    public string? DefaultTextModel { get; init; }

    /// <summary>Slug of the model of a request for images that names none; null: such a request must name one.</summary>
    public string? DefaultImageModel { get; init; }

    /// <summary><c>price</c>, <c>throughput</c>, <c>latency</c> or <c>exacto</c>, for requests that say nothing; null: as the server is set.</summary>
    public string? DefaultProviderSort { get; init; }

    /// <summary>Always false: to set it is refused with 501.</summary>
    public bool IsObservabilityBroadcastEnabled { get; init; }

    /// <summary>Whether prompts and answers are kept, to be read at <c>GET /generation/content</c>.</summary>
    public bool IsObservabilityIoLoggingEnabled { get; init; }

    /// <summary>Always false: to set it is refused with 501.</summary>
    public bool IsDataDiscountLoggingEnabled { get; init; }

    /// <summary>Which share of the requests is kept: above 0, at most 1. Of a session all is kept or nothing.</summary>
    public double IoLoggingSamplingRate { get; init; } = 1;

    /// <summary>Numbers of the keys whose requests are kept, as <c>api_key_id</c> of a key says them; null: all keys.</summary>
    public IReadOnlyList<long>? IoLoggingApiKeyIds { get; init; }
}
