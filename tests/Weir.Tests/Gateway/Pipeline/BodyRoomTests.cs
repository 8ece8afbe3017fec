using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;
using Weir.Tests.Testing;
using Weir.Tracing.Ingest;
using Xunit;

namespace Weir.Tests.Gateway.Pipeline;

/// <summary>How long the body of a request takes up room that others wait for.</summary>
public sealed class BodyRoomTests
{
    private const long Long = 600_000;

    private readonly FakeTime _time = new();
    private readonly ByteBudget _budget = new(1_000_000);

    [Fact]
    public async Task Take_WhenThereIsNone_WaitsUntilARequestEnds()
    {
        using var first = await TakenAsync(Long);
        using var second = new BodyRoom(_budget, _time);
        var waiting = second.TakeAsync(Long, TestContext.Current.CancellationToken).AsTask();
        Assert.False(waiting.IsCompleted);

        first.Dispose();
        await waiting;

        Assert.Equal(Long, _budget.TakenBytes);
    }

    [Fact]
    public async Task Sent_Long_IsGivenBackASecondLater_Once()
    {
        using var room = await TakenAsync(Long);
        room.Sent();
        room.Sent();
        Assert.Equal(Long, _budget.TakenBytes);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, _budget.TakenBytes);
        room.Dispose();
        Assert.Equal(0, _budget.TakenBytes);
    }

    [Fact]
    public async Task Answered_WithinTheSecond_IsKeptForTheWorkThatIsLeft_NotForEver()
    {
        using var room = await TakenAsync(Long);
        room.Sent();
        _time.AdvanceSeconds(0.5);
        room.Answered();

        _time.AdvanceSeconds(4);
        Assert.Equal(Long, _budget.TakenBytes);
        _time.AdvanceSeconds(2);
        Assert.Equal(0, _budget.TakenBytes);
    }

    [Fact]
    public async Task Sent_Short_IsGivenBackAtOnce()
    {
        using var room = await TakenAsync(4_000);
        room.Sent();
        Assert.Equal(0, _budget.TakenBytes);
    }

    [Fact]
    public async Task Grow_BeyondTheBudget_DoesNotWait_AndIsGivenBackWhole()
    {
        using var room = await TakenAsync(Long);
        room.Grow(5_000_000);
        Assert.Equal(5_000_000, _budget.TakenBytes);

        room.Dispose();
        Assert.Equal(0, _budget.TakenBytes);
    }

    [Fact]
    public async Task Take_HalfAMinuteInVain_IsBusy()
    {
        using var first = await TakenAsync(Long);
        using var second = new BodyRoom(_budget, _time);
        var waiting = second.TakeAsync(Long, TestContext.Current.CancellationToken).AsTask();
        _time.Advance(TimeSpan.FromSeconds(31));

        var refused = await Assert.ThrowsAsync<GatewayException>(() => waiting);

        Assert.Equal(GatewayErrorCode.ServerBusy, refused.Error.Code);
        second.Dispose();
        Assert.Equal(Long, _budget.TakenBytes);
    }

    [Fact]
    public async Task Take_CallerLeaves_TakesNothing()
    {
        using var first = await TakenAsync(Long);
        using var second = new BodyRoom(_budget, _time);
        using var leaving = new CancellationTokenSource();
        var waiting = second.TakeAsync(Long, leaving.Token).AsTask();

        await leaving.CancelAsync();

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        first.Dispose();
        Assert.Equal(0, _budget.TakenBytes);
    }

    private async Task<BodyRoom> TakenAsync(long bytes)
    {
        var room = new BodyRoom(_budget, _time);
        await room.TakeAsync(bytes, TestContext.Current.CancellationToken);
        return room;
    }
}
