namespace Weir.Protocol.Routing;

/// <summary>What one stage would decide about a request.</summary>
public sealed record RouteStageRecord
{
    /// <summary>guard, prepare, route or admit.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it would let the request pass.</summary>
    public required bool Passes { get; init; }

    /// <summary>What it would change, for people; never in which text.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>HTTP status that it would refuse the request with; null: it lets it pass.</summary>
    public required int? Status { get; init; }

    /// <summary>Wire name of the error; null: it lets it pass.</summary>
    public required string? ErrorType { get; init; }

    /// <summary>What was wrong and what to do about it; null: it lets it pass.</summary>
    public required string? Message { get; init; }
}
