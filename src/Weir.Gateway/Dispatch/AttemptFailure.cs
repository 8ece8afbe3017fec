using Weir.Protocol.Errors;

namespace Weir.Gateway.Dispatch;

/// <summary>Why an attempt did not answer. A value, not an exception: a failing provider is normal.</summary>
public sealed record AttemptFailure
{
    public required GatewayErrorCode Code { get; init; }

    /// <summary>HTTP status of <see cref="Code"/>.</summary>
    public int Status => GatewayErrorTable.Status(Code);

    /// <summary>Wire name of <see cref="Code"/>.</summary>
    public string ErrorType => GatewayErrorTable.Type(Code);

    /// <summary>Names the provider and what it said.</summary>
    public required string Message { get; init; }

    public string? ProviderCode { get; init; }

    /// <summary>The provider's body, scrubbed and cut.</summary>
    public string? Raw { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True when the provider refused our own credential: it will again, until somebody mends the configuration.</summary>
    public bool IsCredentialRefused { get; init; }

    /// <summary>True when nothing was sent, because the candidate's dialect cannot say what the request asks.</summary>
    public bool IsUntranslatable { get; init; }

    /// <summary>True when the connection broke before a status came.</summary>
    public bool IsReset { get; init; }

    /// <summary>True when we cancelled the call: its caller left, or another endpoint answered first.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>True when something else than the provider is why: it was not asked in time, or what it said could not be used here.</summary>
    public bool IsOurs { get; init; }

    /// <summary>How far the next candidate can help.</summary>
    public required FallbackScope Fallback { get; init; }
}
