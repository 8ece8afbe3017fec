using System.Collections.Immutable;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Pipeline;

/// <summary>Status and headers of a response, before its first byte.</summary>
public sealed record ResponseHead
{
    public required int Status { get; init; }
    public required string ContentType { get; init; }

    /// <summary>Bytes; null for a stream.</summary>
    public long? ContentLength { get; init; }

    /// <summary>Seconds; null when there is no hint.</summary>
    public long? RetryAfterSeconds { get; init; }

    /// <summary>The rate limit that was met; null: none.</summary>
    public RateLimitFact? RateLimit { get; init; }

    /// <summary>Whether clients are told not to try again, as they would for that status.</summary>
    public bool IsPermanent { get; init; }

    /// <summary>Further headers, beside those that every response has.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The head of an error as a JSON body.</summary>
    /// <param name="error">What the body says.</param>
    /// <param name="length">Bytes of the body.</param>
    public static ResponseHead Of(GatewayError error, long length) => new()
    {
        Status = error.Status,
        ContentType = "application/json",
        ContentLength = length,
        RetryAfterSeconds = error.RetryAfter is { } wait ? (long)Math.Ceiling(wait.TotalSeconds) : null,
        IsPermanent = error.IsPermanent,
        RateLimit = error.RateLimit,
    };

    public static ResponseHead EventStream { get; } = new() { Status = 200, ContentType = "text/event-stream" };
}
