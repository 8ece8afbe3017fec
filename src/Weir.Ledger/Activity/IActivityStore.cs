using Weir.Protocol.Primitives;

namespace Weir.Ledger.Activity;

/// <summary>Reads sums of traffic, and keeps what is reported about it.</summary>
/// <remarks>Every write returns only when it is durable as configured. Safe for any number of callers at once.</remarks>
public interface IActivityStore
{
    /// <summary>Requests that a provider was asked, summed by day, model and provider, the newest day first; at most <paramref name="limit"/> rows.</summary>
    /// <exception cref="TimeoutException">It took longer than a read may.</exception>
    ValueTask<IReadOnlyList<ActivityRow>> ReadActivityAsync(ActivityQuery query, int limit, CancellationToken cancellationToken);

    /// <summary>Adds a report, or replaces the one of the same reporter and category.</summary>
    ValueTask SaveFeedbackAsync(FeedbackRow feedback, CancellationToken cancellationToken);

    /// <summary>What was reported about a generation, the oldest first.</summary>
    ValueTask<IReadOnlyList<FeedbackRow>> ReadFeedbackAsync(GenerationId id, CancellationToken cancellationToken);
}
