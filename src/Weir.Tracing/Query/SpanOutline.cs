using Weir.Tracing.Model;

namespace Weir.Tracing.Query;

/// <summary>The part of a span that trees, sums and lists are made of; what was sent in full stays in the store.</summary>
public sealed record SpanOutline
{
    /// <summary>Characters of a name and of a status message that an outline keeps; the span itself has them whole.</summary>
    public const int LongestText = 1000;

    /// <summary>Unique in the installation; 0 for one that is not stored.</summary>
    public long Id { get; init; }

    public required SpanId SpanId { get; init; }

    /// <summary>As sent; null for a root.</summary>
    public required SpanId? ParentSpanId { get; init; }

    public required string Name { get; init; }

    /// <summary>OpenInference kind in upper case; <c>UNKNOWN</c> when the span does not say.</summary>
    public required string Kind { get; init; }

    public required SpanStatus Status { get; init; }
    public required string StatusMessage { get; init; }

    /// <summary>Nanoseconds since 1970, by the sender's clock.</summary>
    public required long StartUnixNanos { get; init; }

    /// <summary>Nanoseconds since 1970, by the sender's clock.</summary>
    public required long EndUnixNanos { get; init; }

    /// <summary>Nanoseconds since 1970, by our clock.</summary>
    public required long ReceivedUnixNanos { get; init; }

    /// <summary>Made by the gateway below somebody else's span: see <see cref="ProjectBinding.FollowsTrace"/>.</summary>
    public required bool IsGateway { get; init; }

    public required SpanFacts Facts { get; init; }
}
