using Weir.Protocol.Primitives;

namespace Weir.Protocol.Routing;

/// <summary>Why a generation went where it went: its plan and its attempts. The answer to GET /api/weir/generations/{id}/route.</summary>
public sealed record GenerationRouteRecord
{
    /// <summary><c>gen-…</c>, as the answer named it.</summary>
    public required string Id { get; init; }

    /// <summary>32 hex characters.</summary>
    public required string TraceId { get; init; }

    /// <summary>16 hex characters: the gateway's span.</summary>
    public required string SpanId { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }

    /// <summary>Slug that the request named; empty: it named none.</summary>
    public required string RequestedModel { get; init; }

    /// <summary>Slug of the model that answered; when none did, the last that was asked, else the requested one.</summary>
    public required string Model { get; init; }

    /// <summary>Who answered; null: nobody.</summary>
    public required string? ProviderName { get; init; }

    /// <summary>HTTP status of the outcome.</summary>
    public required int Status { get; init; }

    /// <summary>Wire name of the error; null for success.</summary>
    public required string? ErrorType { get; init; }

    /// <summary>What the caller was told; null for success.</summary>
    public required string? ErrorMessage { get; init; }

    /// <summary>Milliseconds from the request to the end of its answer.</summary>
    public required double DurationMs { get; init; }

    /// <summary>Milliseconds to the first event; null: nothing was answered.</summary>
    public required double? LatencyMs { get; init; }

    /// <summary>US dollars charged.</summary>
    public required Usd Cost { get; init; }

    /// <summary>The plan as it was; null where its span is not kept, or it was refused before it had one.</summary>
    public required RoutePlanRecord? Plan { get; init; }

    /// <summary>In the order in which they were decided.</summary>
    public required IReadOnlyList<RouteAttemptRecord> Attempts { get; init; }
}
