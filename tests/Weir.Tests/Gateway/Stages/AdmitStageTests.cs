using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Gateway.Stages;
using Weir.Ledger.Admission;
using Weir.Ledger.Entries;
using Weir.Ledger.Keys;
using Weir.Ledger.Pricing;
using Weir.Ledger.Workspaces;
using Weir.Protocol.Errors;
using Weir.Protocol.Primitives;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Stages;

/// <summary>Who may spend.</summary>
public sealed class AdmitStageTests
{
    private static readonly Spend Spent = new(new Usd(10), new Usd(4), new Usd(6), new Usd(8));

    private readonly FakeTime _time = new();
    private readonly WorkspaceDirectory _workspaces = new();
    private readonly AdmissionState _admission;

    public AdmitStageTests() => _admission = new AdmissionState(_workspaces, _time);

    [Theory]
    [InlineData(LimitReset.Never, 11, true)]
    [InlineData(LimitReset.Never, 10, false)]
    [InlineData(LimitReset.Daily, 5, true)]
    [InlineData(LimitReset.Daily, 4, false)]
    [InlineData(LimitReset.Weekly, 7, true)]
    [InlineData(LimitReset.Weekly, 6, false)]
    [InlineData(LimitReset.Monthly, 9, true)]
    [InlineData(LimitReset.Monthly, 8, false)]
    [InlineData(LimitReset.Never, 0, false)]
    public void Run_Limit_IsComparedWithItsWindow(LimitReset reset, long limit, bool expected)
    {
        var failure = Record.Exception(() => Run(Caller(new Usd(limit), reset, Spent), price: Price.Free));

        Assert.Equal(expected, failure is null);
        Assert.True(failure is null or GatewayException { Error.Code: GatewayErrorCode.PaymentRequired });
    }

    [Fact]
    public void Run_LimitUsedUp_SaysHowMuchAndWhatHelps()
    {
        var error = Assert.Throws<GatewayException>(() => Run(Caller(new Usd(4), LimitReset.Daily, Spent))).Error;

        Assert.Equal(402, error.Status);
        Assert.StartsWith("Key limit exceeded: $0.000000004 of $0.000000004 used (daily reset).", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WindowThatEnded_IsOpenAgain()
    {
        var caller = Caller(new Usd(4), LimitReset.Daily, Spent);
        _time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(UtcWindows.Day(FakeTime.Start).AddDays(1), Run(caller, price: Price.Free).Reservation.AdmittedOn);
    }

    [Fact]
    public void Run_NoLimit_LetsIn() => Assert.NotNull(Run(Caller(spent: Spent)).Reservation);

    [Fact]
    public void Run_RecordsCannotBeStored_IsRefused()
    {
        var health = new LedgerHealthState(_time);
        health.CommitFailed();

        var error = Assert.Throws<GatewayException>(() => Run(Caller(), health)).Error;

        Assert.Equal((503, TimeSpan.FromSeconds(1), ErrorOrigin.Gateway), (error.Status, error.RetryAfter, error.Origin));
    }

    [Fact]
    public void Run_BytesTimesThePriceAndTheOutputLimit_AreHeld()
    {
        var body = Body[..^1] + ",\"max_tokens\":100,\"n\":3}";

        Assert.Equal(new Usd((body.Length * 1_000) + (3 * 100 * 2_000)), Run(Caller(), body: body).Reservation.Amount);
    }

    // An answer has what the prompt leaves of the context: the dearest is the shortest prompt with the longest answer.
    [Theory]
    [InlineData(8_192, (66 * 1_000) + (8_192 * 2_000L))]
    [InlineData(127_990, (10 * 1_000) + (127_990 * 2_000L))]
    [InlineData(null, 128_000 * 2_000L)]
    [InlineData(1_000_000, 128_000 * 2_000L)]
    public void Run_NoOutputLimit_HoldsTheEndpointsOrTheRestOfTheContext(int? cap, long nanos) =>
        Assert.Equal(new Usd(nanos), Run(Caller(), candidates: [Candidate() with { Endpoint = Endpoint() with { MaxCompletionTokens = cap } }]).Reservation.Amount);

    [Fact]
    public void Run_SeveralCandidates_HoldsForTheDearest()
    {
        var dear = Candidate("Dear") with { Endpoint = Endpoint() with { Price = new() { Prompt = 0.00001m, Completion = 0.00002m } } };
        var body = Body[..^1] + ",\"max_completion_tokens\":10}";

        Assert.Equal(new Usd((body.Length * 10_000) + 200_000), Run(Caller(), body: body, candidates: [Candidate(), dear, Candidate("Third")]).Reservation.Amount);
    }

    [Fact]
    public void Run_InlineImage_HoldsItsBoundAndNotItsBytes()
    {
        var picture = new string('A', 1_000_000);
        var rest = "{\"model\":\"acme/small\",\"max_tokens\":1,\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":}]}]}";
        var body = rest.Replace("\"image_url\":}", $"\"image_url\":{{\"url\":\"data:image/png;base64,{picture}\"}}}}", StringComparison.Ordinal);

        Assert.Equal(new Usd(((rest.Length + CostBound.ImageTokens) * 1_000) + 2_000), Run(Caller(), body: body).Reservation.Amount);
    }

    [Theory]
    [InlineData("""{"type":"image_url","image_url":{"url":"https://a.example/b.png"}}""", CostBound.ImageTokens)]
    [InlineData("""{"type":"image\u005furl","image\u005furl":{"url":"https://a.example/b.png"}}""", CostBound.ImageTokens)]
    [InlineData("""{"type":"file","file":{"file_data":"https://a.example/b.pdf"}}""", CostBound.MediaTokens)]
    [InlineData("""{"type":"video_url","video_url":{"url":"https://a.example/b.mp4"}}""", CostBound.MediaTokens)]
    public void Run_MediaByAddress_HoldsTheirBound(string part, long tokens)
    {
        var body = $$"""{"model":"acme/small","max_tokens":1,"messages":[{"role":"user","content":[{{part}}]}]}""";
        var large = Candidate() with { Endpoint = Endpoint() with { ContextLength = 1_000_000 } };

        var held = Run(Caller(), body: body, candidates: [large]).Reservation.Amount;

        Assert.InRange(held.Nanos, tokens * 1_000, ((tokens + body.Length) * 1_000) + 2_000);
    }

    [Fact]
    public void Run_PromptLongerThanTheContext_HoldsTheContext() =>
        Assert.Equal(new Usd(20 * 2_000), Run(Caller(), candidates: [Candidate() with { Endpoint = Endpoint() with { ContextLength = 20 } }]).Reservation.Amount);

    [Fact]
    public void Run_TooDear_SaysHowManyTokensFit()
    {
        var body = Body[..^1] + ",\"max_tokens\":100}";
        var error = Assert.Throws<GatewayException>(() => Run(Caller(new Usd((body.Length * 1_000) + (42 * 2_000) + 1_999)), body: body)).Error;

        Assert.Equal((402, "payment_required"), (error.Status, error.Type));
        Assert.StartsWith("This request requires more credits, or fewer max_tokens. You requested up to 100 tokens, but can only afford 42. Key limit: $0 of $", error.Message, StringComparison.Ordinal);
        Assert.NotNull(Run(Caller(new Usd((body.Length * 1_000) + (42 * 2_000) + 1_999)), body: body.Replace("100", "42", StringComparison.Ordinal)));
    }

    [Fact]
    public void Run_PromptAloneTooDear_SaysSo() => Assert.StartsWith(
        "This request requires more credits: its prompt alone can cost more than the $0.000001 that can still be spent.",
        Assert.Throws<GatewayException>(() => Run(Caller(new Usd(1_000)))).Error.Message,
        StringComparison.Ordinal);

    [Fact]
    public void Run_BudgetOfTheWorkspaceUsedUp_Is403()
    {
        _workspaces.Load(
            [new WorkspaceRow { Id = Workspace, Slug = "default", Name = "Default", CreatedAt = FakeTime.Start }],
            [new BudgetRow { Id = Guid.Empty, WorkspaceId = Workspace, Reset = LimitReset.Monthly, Limit = new Usd(500_000_000_000), CreatedAt = FakeTime.Start, UpdatedAt = FakeTime.Start }]);
        Run(Caller()).Reservation.Settle(new Usd(500_000_000_000));

        var error = Assert.Throws<GatewayException>(() => Run(Caller())).Error;

        Assert.Equal((403, "Workspace monthly budget of $500 exceeded. Contact your org admin."), (error.Status, error.Message));
    }

    [Fact]
    public void Run_BalanceUsedUp_Is402()
    {
        _admission.SetCredits(new Credits(new Usd(1), Usd.Zero));

        var error = Assert.Throws<GatewayException>(() => Run(Caller())).Error;

        Assert.Equal(402, error.Status);
        Assert.EndsWith("Insufficient credits: $0 of $0.000000001 used. The operator adds more with: weir credits add USD", error.Message, StringComparison.Ordinal);
    }

    private Admitted Run(Caller caller, LedgerHealthState? health = null, string body = Body, Price? price = null, Candidate[]? candidates = null)
    {
        var plan = candidates ?? [Candidate() with { Endpoint = Endpoint() with { Price = price ?? Endpoint().Price } }];
        return new AdmitStage(health ?? new LedgerHealthState(_time), new RateLimitState(() => new RateLimits(), _time), _admission).Run(new Routed(new Prepared(Parsed(body, caller, _time)), new([.. plan])));
    }
}
