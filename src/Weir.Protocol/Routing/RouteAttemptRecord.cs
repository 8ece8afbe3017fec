namespace Weir.Protocol.Routing;

/// <summary>One call of one endpoint, or an endpoint that was passed over.</summary>
public sealed record RouteAttemptRecord
{
    /// <summary>From 1.</summary>
    public required int Position { get; init; }

    /// <summary>Display name of the provider; null: the record of the attempt does not say.</summary>
    public required string? ProviderName { get; init; }

    /// <summary>Slug of the model it was asked for; null: the record of the attempt does not say.</summary>
    public required string? Model { get; init; }

    /// <summary>answered, failed, cancelled or passed_over.</summary>
    public required string Outcome { get; init; }

    /// <summary>The provider's HTTP status; null when it never answered.</summary>
    public required int? Status { get; init; }

    /// <summary>What went wrong; null: nothing, or its span is not kept.</summary>
    public required string? Message { get; init; }

    /// <summary>Milliseconds after the request came; null where its span is not kept.</summary>
    public required double? StartMs { get; init; }

    /// <summary>Milliseconds; null where its span is not kept.</summary>
    public required double? DurationMs { get; init; }

    /// <summary>Milliseconds to the first event, or to the failure.</summary>
    public required double? LatencyMs { get; init; }

    /// <summary>Whether it was asked besides another one that said nothing for long.</summary>
    public required bool IsHedge { get; init; }

    /// <summary>Whether it was asked with a credential of somebody's own.</summary>
    public required bool IsByok { get; init; }

    /// <summary>16 hex characters; null where its span is not kept.</summary>
    public required string? SpanId { get; init; }
}
