using Microsoft.AspNetCore.Http;
using Weir.Server.Tests.Testing;

namespace Weir.Server.Tests.Gateway;

/// <summary>One way in which the first endpoint of a model breaks, and how the request is to end although it does.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Primary">What the first endpoint does, by the number of the call, from 1.</param>
/// <param name="Continued">How it ends with <c>mid_stream: continue</c>.</param>
/// <param name="Stopped">How it ends with <c>mid_stream: error</c>.</param>
internal sealed record FaultCase(string Name, Func<HttpContext, int, Task> Primary, FaultEnd Continued, FaultEnd Stopped)
{
    private static readonly FaultEnd ByFallback = new() { HealthyCalls = 1 };

    private static readonly FaultEnd ByTheFirst = new() { HealthyCalls = 0, AnsweredBy = "Primary" };

    // Asked once more, or the other one instead: two calls in all.
    private static readonly FaultEnd ByEither = new() { HealthyCalls = null, AnsweredBy = null, AllCalls = 2 };

    private static readonly FaultEnd GoneOn = new() { HealthyCalls = 1, Parts = 2 };

    private static readonly FaultEnd InBand = new() { HealthyCalls = 0, AnsweredBy = "Primary", Error = 502, IsInBand = true };

    /// <summary>Scaled: 600 ms to the first token and 400 ms of silence stand for a minute and twenty seconds.</summary>
    public static IReadOnlyList<FaultCase> All { get; } =
    [
        Same("429 with Retry-After once", Once(RateLimited(retryAfter: true)), ByEither),
        Same("429 persistent without it", Always(RateLimited(retryAfter: false)), ByFallback),
        Same("500 once", Once(FakeUpstream.Json(500, """{"error":{"message":"oops"}}""")), ByEither),
        Same("503 persistent", Always(FakeUpstream.Json(503, """{"error":{"message":"overloaded"}}""")), ByFallback),
        Same("TCP reset before headers", Always(Reset), ByFallback),
        Same("no response at all", Always(Silence), ByFallback),
        Same("first token after 20 s", Always(LateFirstToken), ByFallback),
        new("cut after 40 of 60 tokens", Always(WordStream.CutAfter(40)), GoneOn, InBand),
        new("stall of 30 s mid-stream", Always(Stall), GoneOn, InBand with { Error = 504 }),
        new("malformed chunk", Always(Malformed()), GoneOn, InBand),
        Same("no [DONE]", Always(FakeUpstream.Events([.. WordStream.Complete.SkipLast(1)])), ByTheFirst),
        Same("400 context length", Always(Refusal("context_length_exceeded")), Refused),
        Same("400 content filter", Always(Refusal("content_filter")), Refused),
        new("cut and the fallback refuses prefill", Always(WordStream.CutAfter(40)), GoneOn with { HealthyCalls = 2, RefusesPrefill = true }, InBand with { RefusesPrefill = true }),
        Same("primary down for 60 s then healthy", Always(FakeUpstream.Json(503, """{"error":{"message":"down"}}""")), ByFallback with { Recovers = true }),
        Same("primary 503 and the fallback's usage reported", Always(FakeUpstream.Json(503, "{}")), ByFallback with { Cost = "0.00186" }),
    ];

    private static FaultEnd Refused => new() { HealthyCalls = 0, Error = 400 };

    public override string ToString() => Name;

    private static FaultCase Same(string name, Func<HttpContext, int, Task> primary, FaultEnd end) => new(name, primary, end, end);

    private static Func<HttpContext, int, Task> Always(Func<HttpContext, Task> answer) => (context, _) => answer(context);

    private static Func<HttpContext, int, Task> Once(Func<HttpContext, Task> fault) =>
        (context, call) => call == 1 ? fault(context) : FakeUpstream.Events(WordStream.Complete)(context);

    private static Func<HttpContext, Task> RateLimited(bool retryAfter) => context =>
    {
        if (retryAfter)
        {
            context.Response.Headers.RetryAfter = "1";
        }

        return FakeUpstream.Json(429, """{"error":{"message":"slow down"}}""")(context);
    };

    private static Func<HttpContext, Task> Refusal(string code) => FakeUpstream.Json(400, $$$"""{"error":{"message":"no","code":"{{{code}}}"}}""");

    private static Func<HttpContext, Task> Malformed() =>
        FakeUpstream.Events([Chunks.Role, .. WordStream.Chunks(0, 40), "{\"choices\":[{", .. WordStream.Chunks(41, 60), Chunks.Stop, Chunks.Done]);

    private static Task Reset(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static Task Silence(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted);

    private static async Task LateFirstToken(HttpContext context)
    {
        await Task.Delay(TimeSpan.FromSeconds(3), context.RequestAborted);
        await FakeUpstream.Events(WordStream.Complete)(context);
    }

    private static async Task Stall(HttpContext context)
    {
        await FakeUpstream.Events([Chunks.Role, .. WordStream.Chunks(0, 40)])(context);
        await Task.Delay(TimeSpan.FromSeconds(3), context.RequestAborted);
        await FakeUpstream.Events([.. WordStream.Chunks(40, 60), Chunks.Stop, Chunks.Done])(context);
    }
}
