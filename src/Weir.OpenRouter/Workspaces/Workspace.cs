namespace Weir.OpenRouter;

/// <summary>Workspace, as <c>WorkspacesClient</c> gets it.</summary>
public sealed record Workspace : WireRecord
{
    /// <summary>Point in time, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    public string? CreatedBy { get; init; }

    public string? DefaultGuardrailId { get; init; }

    public string? DefaultImageModel { get; init; }

    public string? DefaultProviderSort { get; init; }

    public string? DefaultTextModel { get; init; }

    public string? Description { get; init; }

    public string? Id { get; init; }

    public bool? IncludeByokInBudgets { get; init; }

    public IReadOnlyList<long>? IoLoggingApiKeyIds { get; init; }

    public decimal? IoLoggingSamplingRate { get; init; }

    public bool? IsDataDiscountLoggingEnabled { get; init; }

    public bool? IsObservabilityBroadcastEnabled { get; init; }

    public bool? IsObservabilityIoLoggingEnabled { get; init; }

    public string? Name { get; init; }

    public string? Slug { get; init; }

    /// <summary>Point in time, ISO 8601.</summary>
    public string? UpdatedAt { get; init; }
}
