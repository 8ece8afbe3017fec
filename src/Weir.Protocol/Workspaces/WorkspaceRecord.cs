namespace Weir.Protocol.Workspaces;

/// <summary>A workspace, as <c>/workspaces</c> shows it.</summary>
public sealed record WorkspaceRecord
{
    public required string Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string? Description { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }

    public required string? UpdatedAt { get; init; }
    public required string? CreatedBy { get; init; }
    public required string DefaultGuardrailId { get; init; }
    public required bool IncludeByokInBudgets { get; init; }

    /// <summary>Null: a request that names no model gets the one of the configuration.</summary>
    public string? DefaultTextModel { get; init; }

    public string? DefaultImageModel { get; init; }
    public string? DefaultProviderSort { get; init; }
    public bool IsObservabilityBroadcastEnabled { get; init; }
    public bool IsObservabilityIoLoggingEnabled { get; init; }
    public bool IsDataDiscountLoggingEnabled { get; init; }
    public double IoLoggingSamplingRate { get; init; } = 1;
    public IReadOnlyList<long>? IoLoggingApiKeyIds { get; init; }
}
