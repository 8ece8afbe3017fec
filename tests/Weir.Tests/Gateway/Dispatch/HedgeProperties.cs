using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Gateway.Dispatch;

/// <summary>Whatever several endpoints do, in whichever order and at the same instant: one answer or none, every call accounted for, and nothing left open.</summary>
public sealed class HedgeProperties
{
    private const int Seeds = 400;
    private static readonly string[] Hosts = ["a", "b", "c", "d"];

    [Fact]
    public async Task AnyInterleaving_LeavesOneAnswerOrNone_AndNothingOpen()
    {
        var hedged = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            hedged += await RunAsync(seed) ? 1 : 0;
        }

        // The runs are worth something only when races happen in them.
        Assert.InRange(hedged, Seeds / 4, Seeds);
    }

    private static async Task<bool> RunAsync(int seed)
    {
        var random = new Random(seed);
        using var bench = new AttemptBench();
        var sequence = bench.Sequence(AttemptBench.Candidates(Hosts[..random.Next(2, 5)]), TimeSpan.FromSeconds(1));
        var asked = sequence.NextAsync();
        var hasLeft = await ActAsync(bench, asked, random);
        var answer = await asked;

        Assert.True(sequence.Attempts.Count(attempt => attempt.IsHedge) <= 1, $"seed {seed}: hedged twice");
        Assert.True(bench.Upstreams.Calls.Count == sequence.Attempts.Length, $"seed {seed}: {bench.Upstreams.Calls.Count} calls, {sequence.Attempts.Length} attempts");
        Assert.True(sequence.Attempts.Count(attempt => attempt.Failure is null) == (answer is null ? 0 : 1), $"seed {seed}: more than one answered");
        if (answer is not null)
        {
            var host = answer.Candidate.Endpoint.Provider.Slug;
            Assert.True(sequence.Attempts[^1] is { Failure: null } last && last.ProviderSlug == host, $"seed {seed}: the last attempt is not the one that answers");
            Assert.Contains($"from {host}", GatewaySamples.Text((await answer.NextAsync()).Event!.Value.Json), StringComparison.Ordinal);
            await answer.DisposeAsync();
        }

        Assert.True(answer is not null || hasLeft || !bench.Upstreams.Calls.Any(call => call.HasBegun), $"seed {seed}: somebody answered, and was not heard");
        Assert.True(!bench.Upstreams.Calls.Any(call => call.IsHeld), $"seed {seed}: a response was kept");
        Assert.True(bench.Time.Pending == 0, $"seed {seed}: {bench.Time.Pending} timers were left");
        return sequence.Attempts.Any(attempt => attempt.IsHedge);
    }

    // Lets things happen, often several at once, until the request has come to something; gives whether the caller left.
    private static async Task<bool> ActAsync(AttemptBench bench, Task asked, Random random)
    {
        var done = new HashSet<ScriptedCall>();
        for (var step = 0; !asked.IsCompleted; step++)
        {
            if (random.Next(40) == 0)
            {
                await bench.LeaveAsync();
                await asked.WaitAsync(TimeSpan.FromSeconds(10));
                return true;
            }

            // Not as long as any provider's own limits.
            if (step < 40 && random.Next(3) > 0)
            {
                bench.Time.AdvanceSeconds(random.Next(1, 8) * 0.15);
            }

            var open = bench.Upstreams.Calls.Where(call => !done.Contains(call)).ToArray();
            if (open.Length > 0 && (step >= 40 || random.Next(3) == 0))
            {
                var acting = open[..random.Next(1, open.Length + 1)];
                done.UnionWith(acting);
                await Task.WhenAll(acting.Select(call => DoAsync(call, random.Next(6))));
            }

            await Task.Delay(random.Next(2), TestContext.Current.CancellationToken);
        }

        return false;
    }

    private static async Task DoAsync(ScriptedCall call, int deed)
    {
        await Task.Yield();
        switch (deed)
        {
            case 0:
                call.Fail(503);
                break;
            case 1:
                call.Fail(500);
                break;
            case 2:
                call.Break();
                break;
            default:
                await call.BeginAsync($"from {call.Host}");
                break;
        }
    }
}
