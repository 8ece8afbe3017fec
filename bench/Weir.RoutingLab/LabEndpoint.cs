using Weir.Gateway.Catalog;

namespace Weir.RoutingLab;

/// <summary>An endpoint of the simulated world: what it costs, how quick it is, and what befalls it.</summary>
internal sealed class LabEndpoint(int index, EndpointEntry entry, TimeSpan latency, Func<TimeSpan, Condition> ailment, RateLimit? limit)
{
    private static readonly TimeSpan Refusal = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan ErrorAnswer = TimeSpan.FromMilliseconds(30);

    public int Index => index;

    public EndpointEntry Entry => entry;

    /// <summary>Dollars of one of the simulated requests.</summary>
    public double Cost { get; } = (double)((entry.Price.Prompt * Traffic.PromptTokens) + (entry.Price.Completion * Traffic.CompletionTokens));

    /// <summary>A limit is an ailment all the time: whoever sends more than it lets through sends in vain.</summary>
    public bool IsSick(TimeSpan now) => limit is not null || ailment(now).IsSick;

    /// <summary>Seconds to the first token of a request, if it answers.</summary>
    public double LatencyOf(TimeSpan now, double weight) => latency.TotalSeconds * ailment(now).Slowness * weight;

    /// <param name="now">When it is asked.</param>
    /// <param name="weight">How long this request takes anybody, beside others.</param>
    /// <param name="chance">0 to 1, decides whether it is one of those that fail.</param>
    public Reply Ask(TimeSpan now, double weight, double chance)
    {
        if (limit is not null && !limit.Admits(now))
        {
            return new Reply(ErrorAnswer, Failure.Limited, limit.RetryAfter);
        }

        var condition = ailment(now);
        return chance < condition.FailureShare
            ? new Reply(TimeUntilKnown(condition.Failure), condition.Failure, RetryAfter: null)
            : Answer(TimeSpan.FromSeconds(LatencyOf(now, weight)));
    }

    // Who is too slow for the attempt's patience has said nothing in time.
    private Reply Answer(TimeSpan after)
    {
        var patience = entry.Provider.Timeouts.FirstToken;
        return after < patience ? new Reply(after, Failure: null, RetryAfter: null) : new Reply(patience, Failure.Silent, RetryAfter: null);
    }

    private TimeSpan TimeUntilKnown(Failure failure) => failure switch
    {
        Failure.Refused => Refusal,
        Failure.Silent => entry.Provider.Timeouts.FirstToken,
        _ => ErrorAnswer,
    };
}
