using System.Text;
using Weir.Tracing.Annotations;
using Weir.Tracing.Filter;
using Weir.Tracing.Model;
using Weir.Tracing.Query;
using static Weir.Storage.Tests.Traces.SpanSamples;

namespace Weir.Storage.Tests.Traces.Filter;

/// <summary>Filters and spans by chance, of few values, so that they often meet.</summary>
internal sealed class RandomFilters(int seed)
{
    private static readonly string[] Texts = ["a", "ab", "Ab", "ü😀", "it's", "100%"];
    private static readonly string[] Words = ["a", "ab", "gold", "it s", "a*", "ü*", "100"];
    private static readonly string[] Kinds = ["LLM", "TOOL", "CHAIN"];

    private static readonly SpanField[] TextFields = [SpanField.Name, SpanField.StatusMessage, SpanField.Model, SpanField.Provider, SpanField.SessionId, SpanField.UserId];
    private static readonly SpanField[] NumberFields =
        [SpanField.Latency, SpanField.PromptTokens, SpanField.CompletionTokens, SpanField.TotalTokens, SpanField.Cost, SpanField.CumulativeTotalTokens];

    private static readonly SpanField[] TimeFields = [SpanField.StartTime, SpanField.EndTime, SpanField.ReceivedAt];
    private static readonly string[] Paths = ["n", "metadata.tier", "tags", "flag", "nothing"];

    private readonly Random _random = new(seed);

    public SpanRow Span(ulong number) => SpanSamples.Span(number % 7, number + 1) with
    {
        Name = Pick(Texts),
        Kind = Pick(Kinds),
        Status = (SpanStatus)_random.Next(3),
        StatusMessage = _random.Next(2) == 0 ? "" : Pick(Texts),
        ParentSpanId = number < 7 ? null : new SpanId((number % 7) + 1),
        StartUnixNanos = _random.Next(4),
        EndUnixNanos = 4 + (_random.Next(4) * 500_000L),
        ReceivedUnixNanos = _random.Next(4),
        Attributes = Encoding.UTF8.GetBytes(
            $$$"""{"n":{{{_random.Next(4)}}}.{{{_random.Next(2) * 5}}},"metadata":"{\"tier\":\"{{{Pick(Texts)}}}\"}","tags":["a","{{{_random.Next(3)}}}"],"flag":{{{(_random.Next(2) == 0 ? "true" : "null")}}}}"""),
        Facts = new SpanFacts
        {
            Model = OrNull(Pick(Texts)),
            Provider = OrNull(Pick(Texts)),
            PromptTokens = OrNone(_random.Next(4)),
            CompletionTokens = OrNone(_random.Next(4)),
            TotalTokens = OrNone(_random.Next(4)),
            CostNanos = OrNone(_random.Next(4) * 500_000_000L),
            SessionId = OrNull(Pick(Texts)),
            UserId = OrNull(Pick(Texts)),
        },
    };

    public AnnotationValues Annotation() => new(OrNull(Pick(Texts)), _random.Next(3) == 0 ? null : _random.Next(4) / 10.0, OrNull(Pick(Texts)));

    public FilterNode Node(int depth) => depth == 0 || _random.Next(4) == 0 ? Condition() : _random.Next(3) switch
    {
        0 => new AndNode(Node(depth - 1), Node(depth - 1)),
        1 => new OrNode(Node(depth - 1), Node(depth - 1)),
        _ => new NotNode(Node(depth - 1)),
    };

    private FilterNode Condition() => _random.Next(13) switch
    {
        0 => new ComparisonNode(Field(TextFields), Equality(), Text()),
        1 => new ContainsNode(_random.Next(2) == 0 ? Field(TextFields) : Attribute(), Pick(Texts)),
        2 => new MembershipNode(Field(TextFields), [FilterValue.Of(Pick(Texts)), FilterValue.Of(Pick(Texts))]),
        3 => new MembershipNode(Attribute(), [FilterValue.Of(Pick(Texts)), FilterValue.Of(1m), FilterValue.Of(true)]),
        4 => new PresenceNode(_random.Next(2) == 0 ? Field(TextFields) : Attribute()),
        5 => new ComparisonNode(Field(NumberFields), Any(), Number()),
        6 => new ComparisonNode(Attribute(), Any(), Number()),
        7 => new ComparisonNode(Field(TimeFields), Any(), new LiteralTerm(FilterValue.Of((decimal)_random.Next(5)))),
        8 => new ComparisonNode(Field(NumberFields), Any(), Field(NumberFields)),
        9 => new ComparisonNode(new FieldTerm(SpanField.Kind), Equality(), new LiteralTerm(FilterValue.Of(Pick(Kinds)))),
        10 => new AnnotationPresenceNode(Scope(), "q"),
        11 => new SearchNode(Pick(Words)),
        _ => AnnotationCondition(),
    };

    private FilterNode AnnotationCondition() => _random.Next(3) switch
    {
        0 => new ComparisonNode(new AnnotationTerm(Scope(), "q", AnnotationMember.Score), Any(), new LiteralTerm(FilterValue.Of(_random.Next(4) / 10m))),
        1 => new ComparisonNode(new AnnotationTerm(Scope(), "q", AnnotationMember.Label), Equality(), Text()),
        _ => new PresenceNode(new AnnotationTerm(Scope(), "q", AnnotationMember.Explanation)),
    };

    private AnnotationScope Scope() => (AnnotationScope)_random.Next(3);

    private CompareOperator Any() => (CompareOperator)_random.Next(6);

    private CompareOperator Equality() => (CompareOperator)_random.Next(2);

    private FieldTerm Field(SpanField[] fields) => new(Pick(fields));

    private AttributeTerm Attribute() => new(Pick(Paths));

    private LiteralTerm Text() => new(FilterValue.Of(Pick(Texts)));

    private LiteralTerm Number() => new(FilterValue.Of(_random.Next(6) / 2m));

    private string? OrNull(string text) => _random.Next(3) == 0 ? null : text;

    private long? OrNone(long number) => _random.Next(3) == 0 ? null : number;

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];
}
