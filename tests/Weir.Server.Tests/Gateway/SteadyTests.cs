using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>A server that is called at a steady pace stays as it is: memory, descriptors, threads, logs, and the file of traces, which is bounded.</summary>
/// <remarks>
/// 45 seconds; an hour with <c>WEIR_LONG=1</c>, another time with <c>WEIR_STEADY_SECONDS</c>. Minima of the middle third and of the last one are compared:
/// what is taken between two collections comes and goes, what a leak takes does not. A leak of 2 KB a call is 98 MB between the two in the hour; what caches
/// of a fixed size still have to take up by then, and where a collection happens to stand, is the room that is left. In 45 s it takes 80 KB a call to be seen.
/// </remarks>
public sealed class SteadyTests
{
    private const int CallsASecond = 40;
    private const int WarmUpCalls = 1_000;
    private const int MoreKeys = 3;
    private const long Mebibyte = 1L << 20;

    private const long MostGrowth = 48 * Mebibyte;
    private const int MoreThreads = 16;
    private const int MoreDescriptors = 16;

    // On a starved machine calls pile up, and what they opened on both sides stays open for a while: connections are held to what calls at once can take.
    private const int MostSockets = (2 * SteadyCalls.MostAtOnce) + 100;

    // A log is cut back at 64 MiB by somebody who looks four times a second; the last commit before may be a large one.
    private const long LargestLog = 80 * Mebibyte;

    // A tenth of the file may lie idle, and retention looks every ten seconds.
    private const double TracesGigabytes = 0.1;
    private const long TracesBound = (long)(TracesGigabytes * (1L << 30) * 1.2);

    // More than may stay: without retention the file begins above the bound.
    private const long TracesAtStart = (long)(TracesGigabytes * (1L << 30) * 1.3);

    private static readonly TimeSpan SampleEvery = TimeSpan.FromSeconds(1);

    private static TimeSpan Length =>
        int.TryParse(Environment.GetEnvironmentVariable("WEIR_STEADY_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
        : Environment.GetEnvironmentVariable("WEIR_LONG") == "1" ? TimeSpan.FromHours(1)
        : TimeSpan.FromSeconds(45);

    [Fact]
    public async Task SteadyCalls_LeaveTheServerAsItIs()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a process takes is read from /proc, which Linux has.");
        var folder = Directory.CreateTempSubdirectory("weir-steady-").FullName;
        await using var upstream = await CrashUpstream.StartAsync();
        try
        {
            await SteadyTraces.FillAsync(folder, TracesAtStart);
            var config = Path.Combine(folder, "weir.json");
            await File.WriteAllTextAsync(config, Config(upstream), TestContext.Current.CancellationToken);
            await using var server = await WeirProcess.ServeAsync(folder, "--config", config);
            using var calls = new SteadyCalls(server.Address, [server.InferenceKey, .. await MakeKeysAsync(server)]);
            await calls.AtOnceAsync(WarmUpCalls);

            var samples = await RunAsync(server, folder, upstream, calls);

            Assert.Empty(calls.Failures);
            Report(calls, samples);
            Check(samples);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Config(FakeUpstream upstream) => string.Create(
        CultureInfo.InvariantCulture, $"{CrashUpstream.Config(upstream).TrimEnd()[..^1]}, \"traces\": {{ \"max_gb\": {TracesGigabytes} }} }}");

    private static async Task<List<SteadySample>> RunAsync(WeirProcess server, string folder, FakeUpstream upstream, SteadyCalls calls)
    {
        using var stop = new CancellationTokenSource();
        var watch = Stopwatch.StartNew();
        var calling = calls.PacedAsync(CallsASecond, stop.Token);
        var samples = new List<SteadySample>();
        try
        {
            while (watch.Elapsed < Length && calls.Failures.IsEmpty)
            {
                await Task.Delay(SampleEvery, TestContext.Current.CancellationToken);
                upstream.Requests.Clear();
                samples.Add(SteadySample.Read(server.Id, folder, watch.Elapsed, await calls.LookAsync()));
            }
        }
        finally
        {
            await stop.CancelAsync();
            await calling;
        }

        return samples;
    }

    private static void Check(List<SteadySample> samples)
    {
        var (middle, last) = Thirds(samples);
        var (before, after) = (LeastMemory(middle), LeastMemory(last));

        // All of them: an hour is long for one answer.
        Assert.Multiple(
            () => Assert.True(after - before < MostGrowth, $"Least memory of the middle third: {before / Mebibyte} MiB, of the last: {after / Mebibyte} MiB."),
            () => DoesNotGrow("threads", sample => sample.Threads, MoreThreads),
            () => DoesNotGrow("descriptors", sample => sample.Descriptors, MoreDescriptors),
            () => Assert.True(samples.TrueForAll(sample => sample.Sockets <= MostSockets), $"There were more than {MostSockets} sockets."),
            () => IsAtMost(LargestLog, samples.Max(sample => sample.LargestLog), "the largest log"),
            () => IsAtMost(TracesBound, last.Max(sample => sample.Traces), "traces.db"),
            () => Assert.True(samples[^1].Expired > 0, "No span was erased."),
            () => Assert.True(samples.TrueForAll(sample => sample.DeadLetters == 0), "Spans were not stored."));

        void DoesNotGrow(string what, Func<SteadySample, long> of, long more) =>
            Assert.True(Least(last, of) <= Least(middle, of) + more, $"Least {what} of the middle third: {Least(middle, of)}, of the last: {Least(last, of)}.");

        static void IsAtMost(long bound, long bytes, string what) =>
            Assert.True(bytes <= bound, $"The most that {what} had is {bytes / Mebibyte} MiB, more than {bound / Mebibyte}.");
    }

    private static void Report(SteadyCalls calls, List<SteadySample> samples)
    {
        var (middle, last) = Thirds(samples);
        foreach (var sample in (SteadySample[])[samples[0], middle[0], last[0], samples[^1]])
        {
            Say($"{sample}");
        }

        var thirds = string.Join(", ", new[] { samples[..middle.Count], middle, last }.Select(third => LeastMemory(third) / Mebibyte));
        Say($"{calls.Made} calls in {samples[^1].At.TotalSeconds:0} s after {WarmUpCalls} to warm up, {calls.Failures.Count} failed");
        Say($"least memory of the thirds {thirds} MiB, most {samples.Max(sample => sample.Resident) / Mebibyte} MiB");
        var (threads, sockets) = (samples.Max(sample => sample.Threads), samples.Max(sample => sample.Sockets));
        Say($"most threads {threads}, descriptors {samples.Max(sample => sample.Descriptors)}, sockets {sockets}");
    }

    private static void Say(FormattableString what) => System.Console.WriteLine("note: steady: " + FormattableString.Invariant(what));

    private static (List<SteadySample> Middle, List<SteadySample> Last) Thirds(List<SteadySample> samples)
    {
        var third = samples.Count / 3;
        return (samples[third..(2 * third)], samples[(2 * third)..]);
    }

    private static long LeastMemory(List<SteadySample> samples) => Least(samples, sample => sample.Resident);

    private static long Least(List<SteadySample> samples, Func<SteadySample, long> of) => samples.Min(of);

    private static async Task<List<string>> MakeKeysAsync(WeirProcess server)
    {
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        var keys = new List<string>();
        for (var number = 0; number < MoreKeys; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "/api/v1/keys"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.ManagementKey);
            request.Content = new StringContent($$"""{"name":"key {{number}}","limit":1000,"limit_reset":"monthly"}""", Encoding.UTF8, "application/json");
            using var response = await invoker.SendAsync(request, TestContext.Current.CancellationToken);
            keys.Add((await TestServer.ReadJsonAsync(response)).GetProperty("key").GetString()!);
        }

        return keys;
    }
}
