using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using Weir.OpenInference;
using Weir.OpenInference.Otel;
using Weir.Tests.OpenInference.OpenAI;
using Xunit;

namespace Weir.Tests.OpenInference.Otel;

[Collection(TracerProviderGroup.Name)]
public sealed class ArizeOtelTests
{
    private const string Reply = """{"model":"m","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"hi"}}]}""";
    private const string OwnSource = "Weir.Tests.ArizeOtel";

    private readonly ConcurrentQueue<LoopbackRequest> _received = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Register_InstrumentedChat_ArrivesWithProjectHeadersAndAllAttributes(bool batch)
    {
        await using var collector = Collector();
        await using var provider = LoopbackServer.Json(200, Reply);
        var messages = string.Join(',', Enumerable.Range(0, 200).Select(static i => "{\"role\":\"user\",\"content\":\"m" + i + "\"}"));

        using (ArizeOtel.Register("space", "key", "project", collector.Address.AbsoluteUri, new OtelOptions { Batch = batch }))
        {
            await TestClient.Instrumented(provider.Address).CompleteChatAsync(TestClient.Body($$"""{"model":"m","messages":[{{messages}}]}"""));
        }

        var request = Assert.Single(_received);
        Assert.Equal("/v1/traces", request.Path);
        Assert.Equal(("key", "key", "space", "space", "otel"), (
            request.Headers["authorization"], request.Headers["api_key"], request.Headers["space_id"], request.Headers["arize-space-id"], request.Headers["arize-interface"]));
        Assert.False(request.Headers.ContainsKey("traceparent"));
        var (resource, spans) = ProtoFields.ReadExport(request.Body);
        Assert.Equal("project", resource["openinference.project.name"]);
        var span = Assert.Single(spans);
        Assert.Equal("ChatCompletion", span.Name);
        Assert.Equal("m199", span.Attributes["llm.input_messages.199.message.content"]);
        Assert.Equal("hi", span.Attributes["llm.output_messages.0.message.content"]);
        Assert.True(span.Attributes.Count > 400);
    }

    [Fact]
    public async Task AttributeLimit_SetByVariable_StillDecides()
    {
        Environment.SetEnvironmentVariable("OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", "5");
        try
        {
            await using var collector = Collector();
            using (ArizeOtel.Register(endpoint: collector.Address.AbsoluteUri, options: new OtelOptions { ActivitySources = [OwnSource] }))
            {
                StartAndStop(tags: 20);
            }

            Assert.Equal(5, Assert.Single(ProtoFields.ReadExport(Assert.Single(_received).Body).Spans).Attributes.Count);
        }
        finally
        {
            Environment.SetEnvironmentVariable("OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", null);
        }
    }

    [Fact]
    public async Task OwnSource_UnderUnsampledParent_IsRecordedWithContext()
    {
        await using var collector = Collector();
        using var tracing = ArizeOtel.Register(endpoint: collector.Address.AbsoluteUri, options: new OtelOptions { ActivitySources = [OwnSource] });
        using var source = new ActivitySource(OwnSource);
        var parent = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.None, isRemote: true);

        using (OpenInferenceContext.UseSession("s-1"))
        {
            source.StartActivity("own", ActivityKind.Internal, parent)!.Stop();
        }

        Assert.True(tracing.ForceFlush(TimeSpan.FromSeconds(20)));
        var span = Assert.Single(ProtoFields.ReadExport(Assert.Single(_received).Body).Spans);
        Assert.Equal("s-1", span.Attributes["session.id"]);
        Assert.Equal(parent.TraceId.ToHexString(), span.TraceId);
    }

    [Fact]
    public async Task OpenTelemetrySuppression_AfterRegister_IsHonouredAndEndsWithIt()
    {
        await using var collector = Collector();
        await using var provider = LoopbackServer.Json(200, Reply);
        using (ArizeOtel.Register(endpoint: collector.Address.AbsoluteUri))
        {
            using (SuppressInstrumentationScope.Begin())
            {
                Assert.True(OpenInferenceContext.IsTracingSuppressed);
                await TestClient.Instrumented(provider.Address).CompleteChatAsync(TestClient.Body(TestClient.Hello));
            }
        }

        using (SuppressInstrumentationScope.Begin())
        {
            Assert.False(OpenInferenceContext.IsTracingSuppressed);
        }

        Assert.Empty(_received);
    }

    [Fact]
    public async Task SimpleProcessor_InsideASpan_SendsWithoutTraceContext()
    {
        await using var collector = Collector();
        using var tracing = ArizeOtel.Register(endpoint: collector.Address.AbsoluteUri, options: new OtelOptions { ActivitySources = [OwnSource], Batch = false });
        using var around = new Activity("around").Start();

        StartAndStop(tags: 1);

        Assert.False(Assert.Single(_received).Headers.ContainsKey("traceparent"));
    }

    [Fact]
    public async Task Grpc_Endpoint_ReceivesMetadataAndSpans()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http2));
        await using var app = builder.Build();
        HttpRequest? seen = null;
        string? key = null;
        app.MapPost("/opentelemetry.proto.collector.trace.v1.TraceService/Export", async context =>
        {
            seen = context.Request;
            key = context.Request.Headers["api_key"];
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            _received.Enqueue(new LoopbackRequest(context.Request.Path, [], body.ToArray()[5..]));
            context.Response.ContentType = "application/grpc";
            context.Response.DeclareTrailer("grpc-status");
            await context.Response.Body.WriteAsync(new byte[5]);
            context.Response.AppendTrailer("grpc-status", "0");
        });
        await app.StartAsync();

        using (ArizeOtel.Register("s", "k,with=odd characters", "p", app.Urls.Single() + "/v1", new OtelOptions { ActivitySources = [OwnSource], Transport = OtlpTransport.Grpc }))
        {
            StartAndStop(tags: 300);
        }

        Assert.NotNull(seen);
        Assert.Equal("k,with=odd characters", key);
        Assert.Equal(300, Assert.Single(ProtoFields.ReadExport(Assert.Single(_received).Body).Spans).Attributes.Count);
    }

    [Fact]
    public void Verbose_On_SaysWhatAndHidesSecrets()
    {
        using var output = new StringWriter();

        ArizeOtel.Register("s", "secret-key", "p", "http://127.0.0.1:1", new OtelOptions { Verbose = true, VerboseOutput = output }).Dispose();

        Assert.Contains("project: p", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret-key", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Header_ThatCannotBeSent_IsRefusedAtOnce()
    {
        var error = Assert.Throws<ArgumentException>(() => ArizeOtel.Register(apiKey: "a\nb", endpoint: "http://127.0.0.1:1"));

        Assert.Contains("authorization", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a\nb", error.Message, StringComparison.Ordinal);
    }

    private static void StartAndStop(int tags)
    {
        using var source = new ActivitySource(OwnSource);
        using var activity = source.StartActivity("own")!;
        for (var i = 0; i < tags; i++)
        {
            activity.SetTag($"k{i}", "v");
        }
    }

    private LoopbackServer Collector() => new(async (request, stream) =>
    {
        _received.Enqueue(request);
        await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\ncontent-type: application/x-protobuf\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"));
    });
}
