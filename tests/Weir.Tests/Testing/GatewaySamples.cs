using System.IO.Pipelines;
using System.Text;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Chat;
using Weir.Gateway.Routing;
using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;
using Weir.Providers;
using Weir.Tracing.Model;

namespace Weir.Tests.Testing;

/// <summary>Parts of an exchange as tests of single stages need them.</summary>
internal static class GatewaySamples
{
    public const string Body = """{"model":"acme/small","messages":[{"role":"user","content":"Hi"}]}""";
    public static readonly GenerationId Id = new("gen-1-abc");
    public static readonly Guid Workspace = Guid.Parse("0198f000-0000-7000-8000-000000000001");

    public static readonly AnswerStamp Stamp = new(Id, DateTimeOffset.FromUnixTimeSeconds(1), "acme/small", "Acme");

    public static readonly TraceContext Trace = new(new TraceId(1, 2), new SpanId(3), null, 1, "");

    public static ProviderEntry Provider(string slug = "acme", string name = "Acme") => new()
    {
        Slug = slug,
        Name = name,
        Dialect = ProviderRegistry.Find("openai")!,
        BaseUrl = new Uri("http://127.0.0.1:9001/v1/"),
        ApiKey = "acme-secret-credential",
    };

    public static EndpointEntry Endpoint(ProviderEntry? provider = null) => new()
    {
        Provider = provider ?? Provider(),
        UpstreamModel = "small-1",
        Price = new() { Prompt = 0.000001m, Completion = 0.000002m },
        ContextLength = 128_000,
    };

    public static ModelEntry Model(string slug = "acme/small", params EndpointEntry[] endpoints) => new()
    {
        Slug = slug,
        Name = slug,
        Created = FakeTime.Start,
        ContextLength = 128_000,
        Endpoints = endpoints.Length == 0 ? [Endpoint()] : [.. endpoints],
    };

    public static Candidate Candidate(string provider = "Acme", string model = "acme/small") =>
        new(Model(model), Endpoint(Provider(provider.ToLowerInvariant(), provider)), "listed order");

    public static ModelRequest Request(string json = Body) => ChatRequestReader.Read(Encoding.UTF8.GetBytes(json));

    public static Caller Caller(Usd? limit = null, LimitReset reset = LimitReset.Never, Spend spent = default) => new(
        new KeyRow
        {
            Hash = KeyHash.Of("sk-or-v1-test"),
            Label = "label",
            Name = "name",
            Kind = KeyKind.Inference,
            WorkspaceId = Workspace,
            Limit = limit,
            LimitReset = reset,
            CreatedAt = FakeTime.Start,
        },
        new SpendState(spent, UtcWindows.Day(FakeTime.Start)));

    public static Inbound Inbound(TimeProvider time, ClientWriter? client = null, string body = Body) => new()
    {
        Id = Id,
        Protocol = new ChatProtocol(),
        Headers = new InboundHeaders(),
        Body = Encoding.UTF8.GetBytes(body),
        ReceiveBodyAsync = () => Task.FromResult<ReadOnlyMemory<byte>>(Encoding.UTF8.GetBytes(body)),
        ReceivedAt = time.GetUtcNow(),
        StartedTimestamp = time.GetTimestamp(),
        Trace = Trace,
        Client = client ?? new ClientWriter(new Pipe().Writer, _ => { }, () => { }, time, CancellationToken.None),
        Stages = new StageLogState(time),
        ServerStopping = CancellationToken.None,
    };

    public static Parsed Parsed(string body = Body, Caller? caller = null, TimeProvider? time = null) =>
        new(new Authenticated(Inbound(time ?? new FakeTime(), body: body), caller ?? Caller()), Request(body));

    public static Attempt Attempt(string provider, AttemptFailure? failure, int? status = 200) => new()
    {
        ProviderSlug = provider.ToLowerInvariant(),
        ProviderName = provider,
        Model = "acme/small",
        UpstreamModel = "small-1",
        StartedAt = FakeTime.Start,
        Latency = TimeSpan.FromTicks(123_456),
        Status = status,
        Failure = failure,
    };

    public static string Text(ReadOnlyMemory<byte> utf8) => Encoding.UTF8.GetString(utf8.Span);

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
