using System.Text.Json;

namespace Weir.Protocol.Traces;

/// <summary>A document that a span retrieved, ranked or embedded.</summary>
public sealed record DocumentRecord
{
    /// <summary><c>retrieved</c>, <c>input</c> (given to a reranker), <c>output</c> (ranked) or <c>embedded</c>.</summary>
    public required string Part { get; init; }

    public required string? Id { get; init; }
    public required double? Score { get; init; }
    public required TextValue? Text { get; init; }
    public required JsonElement? Metadata { get; init; }
}
