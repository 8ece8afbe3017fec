using Weir.Gateway.Routing;

namespace Weir.Gateway.Dispatch;

/// <summary>One call of one candidate, as the record and the trace show it.</summary>
public sealed record Attempt
{
    public required string ProviderSlug { get; init; }
    public required string ProviderName { get; init; }
    public required string Model { get; init; }
    public required string UpstreamModel { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>To the first event, or to the failure.</summary>
    public required TimeSpan Latency { get; init; }

    /// <summary>The provider's HTTP status; null when it never answered.</summary>
    public int? Status { get; init; }

    /// <summary>Whether it was called with a credential of somebody's own.</summary>
    public bool IsByok { get; init; }

    /// <summary>Why it failed; null for the one that answered.</summary>
    public AttemptFailure? Failure { get; init; }

    /// <summary>True for one that was asked besides another, which had said nothing for long.</summary>
    public bool IsHedge { get; init; }

    /// <summary>How long its answer lasted until it broke off; null when it did not.</summary>
    public TimeSpan? Lasted { get; init; }

    /// <summary>The provider's own id of an answer that broke off.</summary>
    public string? UpstreamId { get; init; }

    /// <summary>One that begins now.</summary>
    internal static Attempt Of(Candidate candidate, TimeProvider time) => new()
    {
        ProviderSlug = candidate.Endpoint.Provider.Slug,
        ProviderName = candidate.Endpoint.Provider.Name,
        Model = candidate.Model.Slug,
        UpstreamModel = candidate.Endpoint.UpstreamModel,
        IsByok = candidate.IsByok,
        StartedAt = time.GetUtcNow(),
        Latency = TimeSpan.Zero,
    };
}
