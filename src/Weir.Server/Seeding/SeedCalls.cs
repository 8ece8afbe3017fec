using System.IO.Pipelines;
using Weir.Gateway.Catalog;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols;
using Weir.Gateway.Protocols.Chat;
using Weir.Gateway.Protocols.Plain;
using Weir.Gateway.Recording;
using Weir.Ledger.Pricing;
using Weir.Ledger.Records;
using Weir.OpenInference;
using Weir.Protocol.Errors;
using Weir.Protocol.Primitives;

namespace Weir.Server.Seeding;

/// <summary>Makes the record and the spans of a call, by the very classes that record real ones.</summary>
#pragma warning disable CA1001 // The client is nobody: nothing is ever sent, so nothing waits in it.
internal sealed class SeedCalls
#pragma warning restore CA1001
{
    // What of a provider's bill is taken for a credential of somebody's own, as `byok.fee_percent` 5 would.
    private const decimal ByokFee = 0.05m;

    private static readonly TraceConfig Everything = new();
    private static readonly ChatProtocol Chat = new();

    private readonly SeedAttempts _attempts;
    private readonly SeedRandom _random;
    private readonly ClientWriter _client;
    private readonly StageLogState _stages;

    public SeedCalls(SeedCalendar calendar, SeedRandom random, TimeProvider time)
    {
        _attempts = new SeedAttempts(calendar, random);
        _random = random;
        _client = new ClientWriter(new Pipe().Writer, static _ => { }, static () => { }, time, CancellationToken.None);
        _stages = new StageLogState(time);
    }

    public SeedExchange Make(SeedQuestion question, SeedPlace place)
    {
        var trail = _attempts.Run(question, place.At, place.By.IsByok);
        var blank = Blank(question, place) with { Model = trail.Model.Slug, AttemptsJson = AttemptsJson.Write(trail.Attempts, null) };
        if (trail.Answered is not { } endpoint)
        {
            var last = trail.Attempts[^1];
            var failed = blank with
            {
                ProviderName = last.ProviderName,
                Status = last.Failure!.Status,
                ErrorType = last.Failure.ErrorType,
                ErrorMessage = last.Failure.Message,
                DurationMs = trail.Waited.TotalMilliseconds,
            };
            return Exchange(question, place, failed, trail, null, default);
        }

        var usage = UsageOf(question, trail.Model, endpoint);
        var isCut = !question.Model.MakesEmbeddings && _random.Chance(0.006);
        var reason = FinishReason(question);
        var upstream = _random.Text("upstream-", 12);
        var charge = place.By.IsByok ? Charge.Of(usage, endpoint.Price).AsByok(ByokFee) : Charge.Of(usage, endpoint.Price);
        var speed = trail.Model.TokensPerSecond > 0 ? _random.Skewed(trail.Model.TokensPerSecond, 0.25) : double.PositiveInfinity;
        var answered = blank with
        {
            ProviderName = endpoint.Provider.Name,
            UpstreamId = upstream,
            AttemptsJson = AttemptsJson.Write(trail.Attempts, upstream),
            Cancelled = isCut,
            FinishReason = isCut ? null : reason,
            NativeFinishReason = isCut ? null : reason,
            Status = 200,
            LatencyMs = Math.Round(trail.Waited.TotalMilliseconds + 1.4, 3),
            DurationMs = Math.Round(trail.Waited.TotalMilliseconds + 2.1 + (usage.Completion / speed * 1000), 3),
            PromptTokens = usage.Prompt,
            CompletionTokens = usage.Completion,
            ReasoningTokens = usage.Reasoning,
            CachedTokens = usage.CacheRead,
            Charge = charge.Total,
            IsByok = charge.IsByok,
            UpstreamCost = charge.Upstream,
        };
        var answer = question.Model.MakesEmbeddings ? default : SeedBodies.Answer(question, upstream, trail.Model.Slug, usage, reason);
        return Exchange(question, place, answered, trail, usage, answer);
    }

    /// <summary>A call that was refused before anybody was asked.</summary>
    public SeedExchange Refuse(SeedQuestion question, SeedPlace place, GatewayErrorCode code, string message)
    {
        var row = Blank(question, place) with
        {
            Status = GatewayErrorTable.Status(code),
            ErrorType = GatewayErrorTable.Type(code),
            ErrorMessage = message,
            DurationMs = Math.Round(_random.Skewed(1.2, 0.5), 3),
        };

        // What a guardrail blocked is kept without its text.
        return Exchange(code == GatewayErrorCode.PermissionDenied ? null : question, place, row, new SeedTrail([], question.Model, null, TimeSpan.Zero), null, default);
    }

    private SeedExchange Exchange(SeedQuestion? question, SeedPlace place, GenerationRow row, SeedTrail trail, TokenUsage? usage, ReadOnlyMemory<byte> answer)
    {
        var body = question is null ? default : SeedBodies.Request(question);
        IProtocol protocol = row.ApiType == "embeddings" ? PlainProtocol.Embeddings : Chat;
        _ = Tracing.Model.SpanId.TryParse(row.SpanId, out var span);
        var exchange = new ExchangeRecord
        {
            Inbound = new Inbound
            {
                Id = row.Id,
                Protocol = protocol,
                Headers = new InboundHeaders(),
                Body = body,
                ReceiveBodyAsync = () => Task.FromResult(body),
                ReceivedAt = row.CreatedAt,
                StartedTimestamp = 0,
                Trace = new TraceContext(place.Trace, span, place.Parent, 1, ""),
                Client = _client,
                Stages = _stages,
                ServerStopping = CancellationToken.None,
            },
            Caller = place.By.Caller,
            Request = question is null ? null : protocol.Read(body),
            Endpoint = trail.Answered,
            Attempts = trail.Attempts,
            Generation = row,
            Usage = usage,
            Answer = answer,
        };

        // Ids of attempts are drawn anew, so that the same seed makes the same spans; the project says that all is made up.
        var spans = GatewaySpans.Of(exchange, Everything);
        return new SeedExchange(
            row, [.. spans.Select((one, index) => one with { Project = place.By.App.Project, SpanId = index == 0 ? one.SpanId : _random.SpanId() })], usage);
    }

    private GenerationRow Blank(SeedQuestion question, SeedPlace place) => new()
    {
        Id = _random.GenerationId(place.At),
        KeyHash = place.By.Key.Hash,
        WorkspaceId = place.By.Key.WorkspaceId,
        CreatedAt = place.At,
        ApiType = question.Model.MakesEmbeddings ? "embeddings" : "completions",
        RequestedModel = question.Model.Slug,
        Model = question.Model.Slug,
        Streamed = question.Streams,
        Status = 0,
        DurationMs = 0,
        Charge = Usd.Zero,
        ExternalUser = place.User,
        SessionId = place.Session,
        HttpReferer = place.By.App.Url,
        AppTitle = place.By.App.Title,
        App = place.By.Attribution,
        UserAgent = "weir-seed",
        AttemptsJson = "[]",
        TraceId = place.Trace.ToString(),
        SpanId = _random.SpanId().ToString(),
        ParentSpanId = place.Parent?.ToString(),
    };

    // Texts are short, so that the folder stays small; counts are what such applications send, with their instructions and documents.
    private TokenUsage UsageOf(SeedQuestion question, SeedModel model, EndpointEntry endpoint)
    {
        var said = question.Messages.Sum(message => message.Text.Length) / 4;
        if (model.MakesEmbeddings)
        {
            return new TokenUsage { Prompt = Math.Max(said, 1), Completion = 0 };
        }

        var prompt = said + (long)_random.Skewed(1400, 0.9);
        var caches = endpoint.SupportsImplicitCaching || endpoint.Price.InputCacheRead is not null;
        var read = caches && _random.Chance(0.55) ? (long)(prompt * _random.Between(0.3, 0.85)) : 0;
        var written = read == 0 && endpoint.Price.InputCacheWrite is not null && _random.Chance(0.3) ? prompt / 2 : 0;
        var reasoning = model.Reasons && _random.Chance(0.6) ? (long)_random.Skewed(420, 0.8) : 0;
        return new TokenUsage
        {
            Prompt = prompt,
            Completion = reasoning + Math.Max(8, (long)_random.Skewed(question.Answer.Length / 2.5, 0.5)),
            CacheRead = read,
            CacheWrite = written,
            Reasoning = reasoning,
        };
    }

    private string FinishReason(SeedQuestion question) => question.Tool is not null ? "tool_calls" : _random.Chance(0.025) ? "length" : "stop";
}
