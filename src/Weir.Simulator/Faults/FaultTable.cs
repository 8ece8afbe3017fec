using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Weir.Simulator.Faults;

/// <summary>Every named fault. Adding one is adding a line here.</summary>
internal static class FaultTable
{
    public static readonly ImmutableArray<SimulatedFault> Faults =
    [
        new("400-context", "400: the prompt is longer than the context.", new() { Failure = StatusErrors.ContextLength }),
        new("400-filter", "400: the content filter refused the prompt.", new() { Failure = StatusErrors.ContentFilter }),
        new("401", "401: wrong key.", new() { Failure = StatusErrors.For(401) }),
        new("402", "402: out of credits.", new() { Failure = StatusErrors.For(402) }),
        new("404", "404: no such model.", new() { Failure = StatusErrors.For(404) }),
        new("429", "429: rate limited, Retry-After 1 second.", new() { Failure = StatusErrors.For(429), RetryAfter = TimeSpan.FromSeconds(1) }),
        new("500", "500: internal error.", new() { Failure = StatusErrors.For(500) }),
        new("502", "502: bad gateway.", new() { Failure = StatusErrors.For(502) }),
        new("503", "503: overloaded.", new() { Failure = StatusErrors.For(503) }),
        new("529", "529: overloaded, in Anthropic's way.", new() { Failure = StatusErrors.For(529) }),
        new("slow", "First token after 20 seconds.", new() { TimeToFirstToken = TimeSpan.FromSeconds(20) }),
        new("trickle", "2 tokens a second.", new() { TokensPerSecond = 2 }),
        new("cut", "Connection closed after 40 content events of 60 or more.", new() { CutAfter = 40 }),
        new("stall", "Silent for 30 seconds after 10 content events, then goes on.", new() { StallAfter = 10, Stall = TimeSpan.FromSeconds(30) }),
        new("reset", "TCP reset before any byte of the response.", new() { Reset = ResetPoint.Headers }),
        new("reset-body", "TCP reset after the response headers.", new() { Reset = ResetPoint.Body }),
        new("hang", "Never answers, until the client leaves.", new() { Hang = true }),
        new("malformed", "The fifth content event is broken JSON.", new() { MalformedAt = 5 }),
        new("no-done", "Ends without [DONE].", new() { OmitDone = true }),
        new("no-usage", "Never reports usage.", new() { OmitUsage = true }),
        new("flap", "503 for 5 seconds, fine for 5 seconds, and so on.", new() { Flap = TimeSpan.FromSeconds(5) }),
        new("empty", "200 without content and without a finish reason.", new() { Empty = true }),
        new("error-event", "An error object in the stream after 10 content events, which ends it.", new() { ErrorAfter = 10 }),
    ];

    private static readonly FrozenDictionary<string, FaultPlan> ByModel =
        Faults.ToFrozenDictionary(fault => fault.ModelId, fault => fault.Plan, StringComparer.Ordinal);

    /// <summary>What is wrong with that model; nothing for the plain ones.</summary>
    public static FaultPlan PlanFor(string model) => ByModel.GetValueOrDefault(model, FaultPlan.None);
}
