using System.Globalization;
using System.Text;
using Weir.Tracing.Model;

namespace Weir.TraceBench;

/// <summary>Traces as an application with a retriever, a tool and two calls of models has them, one of which the gateway served.</summary>
internal sealed class SpanMaker
{
    public const string Project = "shop";
    public const string RareUser = "user-rare";
    public const string RareModel = "acme/forgotten";
    public const int SpansOfATrace = 8;

    private const int TracesOfASession = 5;
    private const long NanosPerMilli = 1_000_000;

    private static readonly string[] Models =
    [
        "openai/gpt-4o", "openai/gpt-4o-mini", "anthropic/claude-sonnet-4", "anthropic/claude-haiku-4", "google/gemini-2.5-pro", "google/gemini-2.5-flash",
        "meta-llama/llama-3.3-70b-instruct", "mistralai/mistral-large", "deepseek/deepseek-chat", "qwen/qwen3-235b", "x-ai/grok-4", "cohere/command-a",
    ];

    private readonly Random _random;
    private readonly TextMaker _texts;
    private readonly int _attributeBytes;
    private long _made;

    public SpanMaker(int seed, int attributeBytes)
    {
        _random = new Random(seed);
        _texts = new TextMaker(_random);
        _attributeBytes = attributeBytes;
    }

    public static Guid Workspace { get; } = new("0197a000-0000-7000-8000-000000000001");

    public string CommonWord => _texts.CommonWord;

    /// <summary>The spans of one trace, children first as exporters send them.</summary>
    public SpanRow[] Trace(long receivedNanos)
    {
        var trace = new TraceId((ulong)_random.NextInt64() | 1, (ulong)_random.NextInt64());
        var project = _random.Next(10) == 0 ? "search" : Project;
        var draft = new Draft(trace, project, receivedNanos, "session-" + (_made++ / TracesOfASession), User());
        var root = Id();
        var chain = Id();
        var asked = Id();
        var (model, provider) = Model();
        var spent = (Prompt: 200 + _random.Next(4000), Completion: 20 + _random.Next(900));
        return
        [
            Row(draft, Id(), chain, "retrieve", "RETRIEVER", 40),
            Called(Row(draft, Id(), asked, "Gateway ChatCompletion", "LLM", 900) with { Project = "gateway", ProjectBinding = ProjectBinding.FollowsTrace }, model, provider, spent, priced: true),
            Called(Row(draft, asked, chain, "ChatCompletion", "LLM", 950), model, provider, spent, priced: false),
            Row(draft, Id(), chain, "lookup_order", "TOOL", 120),
            Row(draft, chain, root, "answer", "CHAIN", 1400),
            Called(Row(draft, Id(), root, "embed", "EMBEDDING", 30), "openai/text-embedding-3-small", "openai", (spent.Prompt / 10, 0), priced: true),
            Called(Row(draft, Id(), root, "summarize", "LLM", 600), Model().Model, "anthropic", (spent.Prompt, spent.Completion / 2), priced: true),
            Row(draft, root, null, "handle request", "AGENT", 2200),
        ];
    }

    /// <summary>One trace of many spans below one root.</summary>
    public IEnumerable<SpanRow> LongTrace(TraceId trace, int spans, long receivedNanos)
    {
        var draft = new Draft(trace, Project, receivedNanos, "session-long", "user-long");
        var root = Id();
        for (var left = spans - 1; left > 0; left--)
        {
            yield return Called(Row(draft, Id(), root, "step", "LLM", 300), Models[0], "openai", (100, 10), priced: true);
        }

        yield return Row(draft, root, null, "long run", "AGENT", 60_000);
    }

    private SpanRow Row(Draft draft, SpanId id, SpanId? parent, string name, string kind, int typicalMillis)
    {
        var millis = typicalMillis * Math.Exp(Normal() * 0.6);
        var nanos = (long)(millis * NanosPerMilli);
        var failed = _random.Next(50) == 0;
        return new SpanRow
        {
            WorkspaceId = Workspace,
            TraceId = draft.Trace,
            SpanId = id,
            ParentSpanId = parent,
            Project = draft.Project,
            Name = name,
            Kind = kind,
            StartUnixNanos = draft.Received - nanos - (500 * NanosPerMilli),
            EndUnixNanos = draft.Received - (500 * NanosPerMilli),
            ReceivedUnixNanos = draft.Received,
            Status = failed ? SpanStatus.Error : SpanStatus.Ok,
            StatusMessage = failed ? "upstream answered 503" : "",
            Attributes = Plain(draft, kind),
            Facts = new SpanFacts { SessionId = draft.Session, UserId = draft.User },
        };
    }

    private SpanRow Called(SpanRow row, string model, string provider, (int Prompt, int Completion) spent, bool priced) => row with
    {
        Attributes = Call(row, model, provider, spent),
        Facts = row.Facts with
        {
            Model = model,
            Provider = provider,
            PromptTokens = spent.Prompt,
            CompletionTokens = spent.Completion,
            TotalTokens = spent.Prompt + spent.Completion,
            CostNanos = priced ? (spent.Prompt * 2500L) + (spent.Completion * 10_000L) : null,
        },
    };

    private byte[] Plain(Draft draft, string kind)
    {
        var text = _texts.Text(_attributeBytes - 300);
        return Encoding.UTF8.GetBytes(
            $$"""{"openinference.span.kind":"{{kind}}","session.id":"{{draft.Session}}","user.id":"{{draft.User}}","input.value":"{{text[..(text.Length / 2)]}}","input.mime_type":"text/plain","output.value":"{{text[(text.Length / 2)..]}}","metadata":"{\"tier\":\"{{(_random.Next(4) == 0 ? "gold" : "basic")}}\",\"release\":\"2026.11.{{_random.Next(30)}}\"}"}""");
    }

    // Instrumentations say the messages twice: as a list and as the body that was sent.
    private byte[] Call(SpanRow row, string model, string provider, (int Prompt, int Completion) spent)
    {
        var text = _texts.Text(Math.Max(100, (_attributeBytes - 900) / 2));
        var (asked, answered) = (text[..(text.Length * 2 / 3)], text[(text.Length * 2 / 3)..]);
        return Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"openinference.span.kind":"{{row.Kind}}","llm.model_name":"{{model}}","llm.provider":"{{provider}}","llm.invocation_parameters":"{\"temperature\":0.{{_random.Next(10)}},\"max_tokens\":1024}","session.id":"{{row.Facts.SessionId}}","user.id":"{{row.Facts.UserId}}","llm.input_messages.0.message.role":"user","llm.input_messages.0.message.content":"{{asked}}","llm.output_messages.0.message.role":"assistant","llm.output_messages.0.message.content":"{{answered}}","input.value":"{\"model\":\"{{model}}\",\"messages\":[{\"role\":\"user\",\"content\":\"{{asked}}\"}]}","input.mime_type":"application/json","output.value":"{{answered}}","llm.token_count.prompt":{{spent.Prompt}},"llm.token_count.completion":{{spent.Completion}},"llm.token_count.total":{{spent.Prompt + spent.Completion}}}"""));
    }

    private (string Model, string Provider) Model()
    {
        if (_random.Next(20_000) == 0)
        {
            return (RareModel, "acme");
        }

        var model = Models[(int)(Models.Length * Math.Pow(_random.NextDouble(), 2))];
        return (model, model[..model.IndexOf('/', StringComparison.Ordinal)]);
    }

    private string User() => _random.Next(20_000) == 0 ? RareUser : "user-" + _random.Next(5000).ToString(CultureInfo.InvariantCulture);

    private SpanId Id() => new((ulong)_random.NextInt64() | 1);

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private readonly record struct Draft(TraceId Trace, string Project, long Received, string Session, string User);
}
