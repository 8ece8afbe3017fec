using System.Runtime.CompilerServices;
using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Dispatch;

/// <summary>An answer under way says what happens to it and never throws.</summary>
public sealed class UpstreamAnswerTests : IDisposable
{
    private readonly FakeTime _time = new();
    private readonly CancellationTokenSource _caller = new();

    public void Dispose() => _caller.Dispose();

    [Fact]
    public async Task Next_HeldAndLiveEvents_ComeInOrderThenTheEnd()
    {
        await using var answer = Answer(_ => Events(2), "held");

        Assert.Equal("held", Json(await answer.NextAsync()));
        Assert.Equal("0", Json(await answer.NextAsync()));
        Assert.Equal("1", Json(await answer.NextAsync()));
        Assert.Equal(AnswerStep.End, await answer.NextAsync());
    }

    [Fact]
    public async Task Next_ClientThatReadsSlowly_IsNotTheProvidersPause()
    {
        await using var answer = Answer(Events4, "held");

        for (var i = 0; i < 5; i++)
        {
            Assert.NotNull((await answer.NextAsync()).Event);

            // Longer than the idle limit, and together than the first token's.
            _time.AdvanceSeconds(25);
        }

        static async IAsyncEnumerable<StreamEvent> Events4([EnumeratorCancellation] CancellationToken token)
        {
            for (var i = 0; i < 4; i++)
            {
                token.ThrowIfCancellationRequested();
                yield return Event("{}");
                await Task.CompletedTask;
            }
        }
    }

    [Fact]
    public async Task Next_ProviderThatPauses_IsBrokenByTheIdleLimit()
    {
        await using var answer = Answer(Silence);

        var next = answer.NextAsync();
        _time.AdvanceSeconds(20);
        var step = await next;

        Assert.Equal("Acme did not answer in time (idle limit, after 20.0 s).", step.Broken?.Message);
        Assert.False(step.IsAbandoned);
    }

    [Fact]
    public async Task Next_CallerThatLeaves_IsAbandoned()
    {
        await using var answer = Answer(Silence);

        var next = answer.NextAsync();
        await _caller.CancelAsync();

        Assert.Equal(AnswerStep.Abandoned, await next);
    }

    [Theory]
    [InlineData(typeof(IOException), "Acme closed the connection before the answer was complete.")]
    [InlineData(typeof(HttpRequestException), "Acme closed the connection before the answer was complete.")]
    [InlineData(typeof(InvalidDataException), "Acme sent an answer that is not valid: *")]
    [InlineData(typeof(JsonException), "Acme sent an answer that is not valid: *")]
    public async Task Next_ProviderThatFails_IsBroken(Type failure, string message)
    {
        await using var answer = Answer(_ => Failing((Exception)Activator.CreateInstance(failure)!));

        var step = await answer.NextAsync();

        Assert.Matches(message.Replace("*", ".*", StringComparison.Ordinal), step.Broken?.Message);
    }

    [Fact]
    public async Task Next_FaultOfOurOwn_Passes()
    {
        await using var answer = Answer(_ => Failing(new InvalidOperationException("bug")));

        _ = await Assert.ThrowsAsync<InvalidOperationException>(async () => await answer.NextAsync());
    }

    private static StreamEvent Event(string json) => new(StreamEventKind.Chunk, Utf8(json));

    private static string? Json(AnswerStep step) => step.Event is { } next ? Text(next.Json) : null;

    private static async IAsyncEnumerable<StreamEvent> Events(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.CompletedTask;
            yield return Event(i.ToString());
        }
    }

    private static async IAsyncEnumerable<StreamEvent> Silence([EnumeratorCancellation] CancellationToken token)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, token);
        yield break;
    }

    private static async IAsyncEnumerable<StreamEvent> Failing(Exception failure)
    {
        await Task.CompletedTask;
        throw failure;
#pragma warning disable CS0162 // Without a yield this were no iterator.
        yield break;
#pragma warning restore CS0162
    }

    private UpstreamAnswer Answer(Func<CancellationToken, IAsyncEnumerable<StreamEvent>> rest, params string[] held)
    {
        var candidate = Candidate();
        var deadline = new AttemptDeadline(candidate.Endpoint.Provider.Timeouts, TimeSpan.FromHours(1), _time, _caller.Token);
        deadline.ArmFirstToken();
        return new UpstreamAnswer(
            candidate,
            new HttpResponseMessage(),
            deadline,
            rest(deadline.Token).GetAsyncEnumerator(deadline.Token),
            new Queue<StreamEvent>(held.Select(Event)),
            _caller.Token);
    }
}
