using System.Collections.Immutable;
using Weir.Ledger.Activity;
using Weir.Protocol.Primitives;
using Weir.Server.Endpoints.Records;

namespace Weir.Server.Endpoints.Datasets;

/// <summary>What conversations of the last thirty completed UTC days cost: worked out once a day, when somebody first asks.</summary>
/// <remarks>Two who ask first at the same time both work it out: the answer is the same.</remarks>
internal sealed class SessionCosts(IUsageStore store, TimeProvider time)
{
    public const int Days = 30;

    private Snapshot? _known;

    /// <summary>The last day, and the median of each app, model and length.</summary>
    public async Task<(DateOnly End, ImmutableArray<SessionCostCell> Cells)> ReadAsync(CancellationToken cancellationToken)
    {
        var end = DatasetWindow.LastCompleted(time.GetUtcNow());
        var known = Volatile.Read(ref _known);
        if (known?.End != end)
        {
            var window = new DatasetWindow(end.AddDays(1 - Days), end);
            known = new Snapshot(end, CellsOf(await LongRead.RunAsync(store.ReadConversationsAsync(window.From, window.Until, cancellationToken))));
            Volatile.Write(ref _known, known);
        }

        return (end, known.Cells);
    }

    /// <summary>The range that a number of turns falls into.</summary>
    public static string RangeOf(long turns) => turns switch
    {
        < 2 => "1-turn",
        < 10 => "2-9-turns",
        < 50 => "10-49-turns",
        _ => "50-plus-turns",
    };

    private static ImmutableArray<SessionCostCell> CellsOf(IReadOnlyList<ConversationRow> conversations) =>
    [
        .. conversations
            .GroupBy(conversation => (conversation.AppId, conversation.Model, Range: RangeOf(conversation.Turns)))
            .Select(cell => new SessionCostCell(
                cell.Key.AppId, cell.Key.Model, cell.Key.Range, Median([.. cell.Select(conversation => conversation.Charged.Nanos).Order()]))),
    ];

    // Of an even number, what lies between the two in the middle, rounded up to a nano-dollar.
    private static Usd Median(long[] sorted)
    {
        var (low, high) = (sorted[(sorted.Length - 1) / 2], sorted[sorted.Length / 2]);
        return new Usd(low + ((high - low + 1) / 2));
    }

    private sealed record Snapshot(DateOnly End, ImmutableArray<SessionCostCell> Cells);
}
