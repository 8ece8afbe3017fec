using System.Collections.Immutable;

namespace Weir.Protocol.Errors;

/// <summary>One refusal or failure: what happened, whose fault it is, and what the reader can do.</summary>
public sealed record GatewayError
{
    /// <summary>What went wrong; gives <see cref="Status"/> and <see cref="Type"/>.</summary>
    public required GatewayErrorCode Code { get; init; }

    /// <summary>What was wrong, with which value, and how to fix it; English, shown as it is.</summary>
    public required string Message { get; init; }

    /// <summary>Who has to do something about it; not written to the caller.</summary>
    public required ErrorOrigin Origin { get; init; }

    /// <summary>How long to wait before a retry can help; null when unknown.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The rate limit that the request met, when that is the trouble.</summary>
    public RateLimitFact? RateLimit { get; init; }

    /// <summary>Whether the same request fails again for certain, although clients try its status again by themselves.</summary>
    public bool IsPermanent { get; init; }

    /// <summary>What the provider said, when the provider is at fault.</summary>
    public ProviderFault? Provider { get; init; }

    /// <summary>Why a model could not be served, when that is the trouble.</summary>
    public Availability? Availability { get; init; }

    /// <summary>The patterns of prompt injection for which a guardrail refused the request.</summary>
    public ImmutableArray<string> Patterns { get; init; } = [];

    /// <summary>How the request was routed, as a JSON object that stands beside the error; empty when the caller did not ask.</summary>
    public ReadOnlyMemory<byte> RouterMetadata { get; init; }

    /// <summary>The HTTP status this error answers with.</summary>
    public int Status => GatewayErrorTable.Status(Code);

    /// <summary>The wire name of the error.</summary>
    public string Type => GatewayErrorTable.Type(Code);

    /// <summary>An error of the request: it has to change before it is sent again.</summary>
    public static GatewayError Client(GatewayErrorCode code, string message) =>
        new() { Code = code, Message = message, Origin = ErrorOrigin.Client };

    /// <summary>An error of this server; the same request may go well later.</summary>
    public static GatewayError Gateway(GatewayErrorCode code, string message) =>
        new() { Code = code, Message = message, Origin = ErrorOrigin.Gateway };

    /// <summary>A feature of the API that this version does not have; it says so instead of ignoring it.</summary>
    public static GatewayError NotBuilt(string feature) =>
        Gateway(GatewayErrorCode.NotBuilt, $"{feature} is not available in this version of Weir. Leave it out, or watch CHANGELOG.md for it.") with { IsPermanent = true };
}
