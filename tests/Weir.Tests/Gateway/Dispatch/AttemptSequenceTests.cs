using Weir.Gateway.Dispatch;
using Weir.Protocol.Errors;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Dispatch;

/// <summary>The attempts of a request: what each leaves behind, and what is not asked any more.</summary>
public sealed class AttemptSequenceTests : IDisposable
{
    private readonly AttemptBench _bench = new();

    public void Dispose() => _bench.Dispose();

    // What fetching media or the pause before a repetition can leave.
    [Fact]
    public async Task NoTimeLeft_IsNotAsked_AndNobodysFault()
    {
        var candidate = AttemptBench.Candidates("a")[0];
        var call = new UpstreamCall { Request = Request(AttemptBench.Streamed), Endpoint = candidate.Endpoint };

        var result = await _bench.Runner.RunAsync(candidate, call, TimeSpan.FromMilliseconds(-5), CancellationToken.None);

        Assert.Null(result.Answer);
        Assert.Equal(GatewayErrorCode.Timeout, result.Attempt.Failure?.Code);
        Assert.Empty(_bench.Upstreams.Calls);
        Assert.Null(_bench.Health.Statistics(candidate.Model, candidate.Endpoint));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(503)]
    public async Task FaultOfOurOwn_KeepsNoConnection(int status)
    {
        var provider = Provider("a", "A") with { BaseUrl = new Uri("http://a/v1/"), Dialect = new ThrowingDialect() };
        var asked = _bench.Sequence([.. AttemptBench.Candidates(Model(), provider)], hedgeAfter: null).NextAsync();
        var call = await _bench.Upstreams.CallAsync("a");
        if (status == 200)
        {
            await call.BeginAsync("unread");
        }
        else
        {
            call.Fail(status);
        }

        _ = await Assert.ThrowsAsync<InvalidOperationException>(() => asked);
        Assert.True(call.IsReleased);
        Assert.Equal(0, _bench.Time.Pending);
    }
}
