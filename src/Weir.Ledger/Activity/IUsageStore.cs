using Weir.Ledger.Apps;
using Weir.Ledger.Records;

namespace Weir.Ledger.Activity;

/// <summary>Reads sums over all generations, and lists of them, beside the traffic that writes them.</summary>
/// <remarks>Every read has a time budget and throws <see cref="TimeoutException"/> when it is used up. Safe for any number of callers at once.</remarks>
public interface IUsageStore
{
    /// <summary>Sums of traffic, exact to the last generation that was recorded.</summary>
    ValueTask<IReadOnlyList<UsageRow>> ReadUsageAsync(UsageQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Adds the oldest generations that are not yet in the sums by hour, at most <paramref name="limit"/>: reading becomes quick, answers stay the
    /// same.
    /// </summary>
    /// <returns>How many were added.</returns>
    ValueTask<int> RollUpAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Every app that was ever named.</summary>
    ValueTask<IReadOnlyList<AppRow>> ReadAppsAsync(CancellationToken cancellationToken);

    /// <summary>Conversations of apps between two moments; a conversation is what one app says is one session of one workspace, with one model.</summary>
    ValueTask<IReadOnlyList<ConversationRow>> ReadConversationsAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Generations by time, the oldest first, with their places.</summary>
    ValueTask<IReadOnlyList<(GenerationPlace Place, GenerationRow Row)>> ReadGenerationsAsync(GenerationListQuery query, CancellationToken cancellationToken);
}
