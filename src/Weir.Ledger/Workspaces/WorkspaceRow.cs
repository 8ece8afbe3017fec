using Weir.Ledger.Contents;

namespace Weir.Ledger.Workspaces;

/// <summary>A part of the installation with keys, members and budgets of its own.</summary>
public sealed record WorkspaceRow
{
    public required Guid Id { get; init; }

    /// <summary>Lowercase letters, digits and single hyphens, at most 50; no other workspace has it.</summary>
    public required string Slug { get; init; }

    public required string Name { get; init; }
    public string? Description { get; init; }

    /// <summary>Slug of the model of a conversation that names none; null: the server's.</summary>
    public string? DefaultTextModel { get; init; }

    /// <summary>Slug of the model of a request for images that names none.</summary>
    public string? DefaultImageModel { get; init; }

    /// <summary><c>price</c>, <c>throughput</c>, <c>latency</c> or <c>exacto</c>, for requests that say nothing; null: as the server is set.</summary>
    public string? DefaultProviderSort { get; init; }

    /// <summary>Whether any of these three is set.</summary>
    public bool HasRoutingDefaults => (DefaultTextModel ?? DefaultImageModel ?? DefaultProviderSort) is not null;

    /// <summary>Whether what is spent at providers with credentials of one's own counts under the budgets.</summary>
    public bool IncludeByokInBudgets { get; init; }

    /// <summary>Whose prompts and answers are kept.</summary>
    public LoggingPolicy Logging { get; init; } = LoggingPolicy.Off;

    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Label of the key that made it; null: it was there from the beginning.</summary>
    public string? CreatedBy { get; init; }
}
