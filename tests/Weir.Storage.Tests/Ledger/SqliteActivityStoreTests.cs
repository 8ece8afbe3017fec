using Weir.Ledger.Activity;
using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Ledger;
using Xunit;
using static Weir.Storage.Tests.Ledger.LedgerSamples;

namespace Weir.Storage.Tests.Ledger;

/// <summary>Sums of traffic, and reports about it.</summary>
public sealed class SqliteActivityStoreTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateOnly Today = UtcWindows.Day(Now);

    private readonly TemporaryLedger _temporary = new();

    private SqliteLedgerStore Ledger => _temporary.Store;

    public async ValueTask InitializeAsync()
    {
        await Ledger.SaveKeyAsync(Key() with { CreatorUserId = "ann" }, None);
        await Ledger.SettleAsync(Generation("gen-1", 10), Today);
        await Ledger.SettleAsync(Generation("gen-2", 5, "sk-or-v1-two") with { WorkspaceId = Guid.Empty }, Today);
        await Ledger.SettleAsync(Generation("gen-3", 1) with { ProviderName = "Other" }, Today);
        await Ledger.SettleAsync(Generation("gen-4", 7) with { CreatedAt = Now.AddDays(-1) }, Today);
        await Ledger.SettleAsync(Generation("gen-old", 7) with { CreatedAt = Now.AddDays(-9) }, Today);
        await Ledger.SettleAsync(Bare("gen-refused"), Today);
    }

    public ValueTask DisposeAsync() => _temporary.DisposeAsync();

    [Fact]
    public async Task Activity_IsSummedByDayModelAndProvider_NewestFirst()
    {
        var rows = await ReadAsync(Query());

        Assert.Equal(
            [Row(Today, "Acme", requests: 2, nanos: 15), Row(Today, "Other", requests: 1, nanos: 1), Row(Today.AddDays(-1), "Acme", requests: 1, nanos: 7)],
            rows);
    }

    [Fact]
    public async Task Activity_OfAKeyAUserOrAWorkspace_IsTheirsAlone()
    {
        var one = await ReadAsync(Query() with { From = Today, Key = KeyHash.Of("sk-or-v1-two") });
        var user = await ReadAsync(Query() with { From = Today, UserId = "ann" });
        var workspace = await ReadAsync(Query() with { From = Today, WorkspaceId = Workspace });
        var apart = await ReadAsync(Query() with { From = Today, ByWorkspace = true });

        Assert.Equal([Row(Today, "Acme", 1, 5)], one);
        Assert.Equal([Row(Today, "Acme", 1, 10), Row(Today, "Other", 1, 1)], user);
        Assert.Equal(user, workspace);
        Assert.Equal([Workspace, Guid.Empty, Workspace], apart.Select(row => row.WorkspaceId!.Value));
    }

    [Fact]
    public async Task Activity_IsCutAtTheLimit() => Assert.Single(await Ledger.Activity.ReadActivityAsync(Query(), 1, None));

    [Fact]
    public async Task Feedback_OfOneReporter_ReplacesItsOwnOfTheSameCategory()
    {
        var first = new FeedbackRow { GenerationId = new GenerationId("gen-1"), Category = "billing", Comment = "it's ü", Actor = "one", At = Now };
        await Ledger.Activity.SaveFeedbackAsync(first with { Comment = null }, None);
        await Ledger.Activity.SaveFeedbackAsync(first, None);
        await Ledger.Activity.SaveFeedbackAsync(first with { Actor = "two", At = Now.AddMinutes(1) }, None);

        Assert.Equal([first, first with { Actor = "two", At = Now.AddMinutes(1) }], await Ledger.Activity.ReadFeedbackAsync(first.GenerationId, None));
        Assert.Empty(await Ledger.Activity.ReadFeedbackAsync(new GenerationId("gen-2"), None));
    }

    private static ActivityQuery Query() => new() { From = Today.AddDays(-3), To = Today };

    private async Task<IReadOnlyList<ActivityRow>> ReadAsync(ActivityQuery query) => await Ledger.Activity.ReadActivityAsync(query, 100, None);

    private static ActivityRow Row(DateOnly day, string provider, long requests, long nanos) => new()
    {
        Day = day,
        Model = "acme/small-2",
        ProviderName = provider,
        Requests = requests,
        PromptTokens = 12 * requests,
        CompletionTokens = 30 * requests,
        ReasoningTokens = 7 * requests,
        Charged = new Usd(nanos),
    };
}
