using System.Globalization;
using Weir.OpenInference;
using Weir.Protocol.Errors;
using Weir.Tracing.Model;

namespace Weir.Server.Seeding;

/// <summary>One trace while it is made up: what the application saw, and the calls that it made.</summary>
internal sealed class SeedTrace(SeedCalls calls, SeedRandom random, SeedCaller by, DateTimeOffset start)
{
    private readonly List<SeedSpan> _spans = [];
    private readonly List<SeedExchange> _calls = [];

    public TraceId Id { get; } = random.TraceId();

    public SeedCaller By => by;

    public string? Session { get; init; }

    public string? User { get; init; }

    /// <summary>When the next thing begins.</summary>
    public DateTimeOffset Now { get; private set; } = start;

    public DateTimeOffset Start { get; } = start;

    /// <summary>What the application sends; the innermost first, as exporters do.</summary>
    public IReadOnlyList<SeedSpan> Spans => _spans;

    public IReadOnlyList<SeedExchange> Calls => _calls;

    /// <summary>The span that annotations are about: the root.</summary>
    public SpanId Root => _spans.Count > 0 ? _spans[^1].Id : _calls[0].Spans[0].SpanId;

    public void Pause(double typicalMs) => Now = Now.AddMilliseconds(random.Skewed(typicalMs, 0.5));

    /// <summary>A call that the gateway alone sees, or that stands below a span.</summary>
    public SeedExchange Call(SeedQuestion question, SpanId? parent = null)
    {
        var exchange = calls.Make(question, Place(parent));
        _calls.Add(exchange);
        Now = exchange.End;
        return exchange;
    }

    public void Refuse(SeedQuestion question, GatewayErrorCode code, string message)
    {
        var exchange = calls.Refuse(question, Place(null), code, message);
        _calls.Add(exchange);
        Now = exchange.End;
    }

    /// <summary>A call as the application traced it, with the gateway's spans below.</summary>
    public SeedExchange Ask(SeedQuestion question, SpanId parent, string name)
    {
        var (id, began) = (random.SpanId(), Now);
        Now = Now.AddMilliseconds(2);
        var exchange = Call(question, id);
        Now = Now.AddMilliseconds(2);
        _spans.Add(new SeedSpan
        {
            Id = id,
            Parent = parent,
            Name = name,
            Kind = question.Model.MakesEmbeddings ? SpanKinds.Embedding : SpanKinds.Llm,
            Start = began,
            End = Now,
            Error = exchange.Row.ErrorMessage,
            Input = question.Messages[^1].Text,
            Output = exchange.Failed || question.Model.MakesEmbeddings ? null : question.Answer,
            Attributes = question.Model.MakesEmbeddings ? EmbeddingOf(question) : MessagesOf(question, exchange),
        });
        return exchange;
    }

    /// <summary>Something that is no call of a model, from now for a while.</summary>
    public void Step(SeedSpan span, double typicalMs)
    {
        var began = Now;
        Pause(typicalMs);
        _spans.Add(span with { Start = began, End = Now });
    }

    /// <summary>What encloses everything since a moment.</summary>
    public void Enclose(SeedSpan span) => _spans.Add(span with { End = Now = Now.AddMilliseconds(1) });

    /// <summary>The attributes of a call of a model, with or without a gateway.</summary>
    public static List<KeyValuePair<string, object>> MessagesOf(SeedQuestion question, SeedExchange? exchange)
    {
        var attributes = new List<KeyValuePair<string, object>>
        {
            new(LlmAttributes.ModelName, exchange?.Row.Model ?? question.Model.Slug),
            new(LlmAttributes.InvocationParameters, """{"temperature":0.3,"max_tokens":2048}"""),
        };
        for (var index = 0; index < question.Messages.Length; index++)
        {
            var prefix = string.Create(CultureInfo.InvariantCulture, $"{LlmAttributes.InputMessages}.{index}.");
            attributes.Add(new(prefix + MessageAttributes.Role, question.Messages[index].Role));
            attributes.Add(new(prefix + MessageAttributes.Content, question.Messages[index].Text));
        }

        if (exchange?.Usage is { } usage)
        {
            attributes.Add(new($"{LlmAttributes.OutputMessages}.0.{MessageAttributes.Role}", "assistant"));
            attributes.Add(new($"{LlmAttributes.OutputMessages}.0.{MessageAttributes.Content}", question.Answer));
            attributes.Add(new(LlmAttributes.TokenCountPrompt, usage.Prompt));
            attributes.Add(new(LlmAttributes.TokenCountCompletion, usage.Completion));
            attributes.Add(new(LlmAttributes.TokenCountTotal, usage.Total));
        }

        return attributes;
    }

    private static List<KeyValuePair<string, object>> EmbeddingOf(SeedQuestion question) =>
    [
        new(EmbeddingAttributes.ModelName, question.Model.Slug),
        .. question.Messages.Select((message, index) => new KeyValuePair<string, object>(
            string.Create(CultureInfo.InvariantCulture, $"{EmbeddingAttributes.Embeddings}.{index}.{EmbeddingAttributes.Text}"), message.Text)),
    ];

    private SeedPlace Place(SpanId? parent) => new() { By = by, Trace = Id, Parent = parent, At = Now, Session = Session, User = User };
}
