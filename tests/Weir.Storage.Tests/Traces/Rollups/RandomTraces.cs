using Weir.Tracing.Model;
using static Weir.Storage.Tests.Traces.SpanSamples;

namespace Weir.Storage.Tests.Traces.Rollups;

/// <summary>Traces by chance: calls that both their caller and the gateway report, summaries above calls, failures, absurd numbers.</summary>
internal sealed class RandomTraces(int seed)
{
    private static readonly string[] Kinds = ["LLM", "AGENT", "CHAIN", "TOOL", "EMBEDDING"];
    private static readonly string?[] Names = [null, "a", "b", "ü😀"];
    private static readonly long?[] Numbers = [null, 0, 7, 1000, long.MaxValue, -3];

    private readonly Random _random = new(seed);
    private ulong _next = 1;

    /// <summary>The spans of one trace in the order in which they happen to arrive.</summary>
    public SpanRow[] Trace(ulong number)
    {
        var ids = Enumerable.Range(0, 1 + _random.Next(8)).Select(_ => new SpanId(_next++)).ToArray();
        var spans = ids.Select((id, place) => Row(number, id, place == 0 ? null : ids[_random.Next(place)])).ToArray();
        _random.Shuffle(spans);
        return spans;
    }

    public int Next(int below) => _random.Next(below);

    private SpanRow Row(ulong trace, SpanId id, SpanId? parent)
    {
        var isGateway = parent is not null && _random.Next(3) == 0;
        var start = _random.NextInt64(3 * 86_400) * 1_000_000_000;
        return Span(trace, id.Value) with
        {
            // A parent that never comes, now and then.
            ParentSpanId = parent is not null && _random.Next(12) == 0 ? new SpanId(1UL << 60) : parent,
            Project = isGateway ? "gateway" : "p",
            ProjectBinding = isGateway ? ProjectBinding.FollowsTrace : ProjectBinding.Named,
            Kind = Kinds[_random.Next(Kinds.Length)],
            StartUnixNanos = start,
            EndUnixNanos = start + (_random.NextInt64(20_000) * 1_000_000),
            Status = (SpanStatus)_random.Next(3),
            Facts = new SpanFacts
            {
                Model = Name(),
                Provider = Name(),
                PromptTokens = Number(),
                CompletionTokens = Number(),
                TotalTokens = Number(),
                CostNanos = Number(),
                SessionId = Name(),
                UserId = Name(),
                CacheReadTokens = Number(),
                Key = Name(),
                App = Name(),
            },
        };
    }

    private string? Name() => Names[_random.Next(Names.Length)];

    private long? Number() => Numbers[_random.Next(_random.Next(10) == 0 ? Numbers.Length : 4)];
}
