namespace Weir.OpenRouter;

/// <summary>What <c>WorkspacesClient</c> sends: update workspace request.</summary>
public sealed record UpdateWorkspaceRequest : WireRecord
{
    public string? DefaultImageModel { get; init; }

    public string? DefaultProviderSort { get; init; }

    public string? DefaultTextModel { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<long>? IoLoggingApiKeyIds { get; init; }

    public decimal? IoLoggingSamplingRate { get; init; }

    public bool? IsDataDiscountLoggingEnabled { get; init; }

    public bool? IsObservabilityBroadcastEnabled { get; init; }

    public bool? IsObservabilityIoLoggingEnabled { get; init; }

    public string? Name { get; init; }

    public string? Slug { get; init; }
}
