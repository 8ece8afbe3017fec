using System.Text.Json;

namespace Weir.Protocol.Traces;

/// <summary>A document that a span retrieved, ranked or embedded.</summary>
public sealed record DocumentRecord
{
    /// <summary><c>retrieved</c>, <c>input</c> (given to a reranker), <c>output</c> (ranked) or <c>embedded</c>.</summary>
    public required string Part { get; init; }

    /// <summary>The sender's own id; null: it has none.</summary>
    public required string? Id { get; init; }

    /// <summary>How well it fits, in the sender's measure; null: it has none, or one that is no finite number.</summary>
    public required double? Score { get; init; }

    /// <summary>What the document says; null: it was not sent.</summary>
    public required TextValue? Text { get; init; }

    /// <summary>As sent, mostly an object; null: there is none.</summary>
    public required JsonElement? Metadata { get; init; }
}
