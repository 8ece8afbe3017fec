using System.Diagnostics;
using System.Text.Json;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Xunit;

namespace Weir.Server.Tests.Otlp;

/// <summary>The official exporter against the real endpoints, and the span read back.</summary>
public sealed class OtlpExporterTests
{
    [Theory]
    [InlineData(OtlpExportProtocol.HttpProtobuf, true)]
    [InlineData(OtlpExportProtocol.Grpc, true)]
    [InlineData(OtlpExportProtocol.Grpc, false)]
    public async Task Export_ThenRead_GivesTheSpanBack(OtlpExportProtocol protocol, bool bearer)
    {
        await using var host = await TraceHost.StartAsync();
        using var source = new ActivitySource($"weir.test.{protocol}.{bearer}");
        var flushed = false;
        using (var provider = Sdk.CreateTracerProviderBuilder()
            .AddSource(source.Name)
            .SetResourceBuilder(ResourceBuilder.CreateEmpty().AddAttributes([new("openinference.project.name", "my project")]))
            .AddOtlpExporter(options =>
            {
                options.Protocol = protocol;
                options.Endpoint = protocol == OtlpExportProtocol.Grpc ? host.Grpc : new Uri(host.Http, "/v1/traces");
                options.Headers = bearer ? $"authorization=Bearer {host.Key}" : $"api_key={host.Key}";
            })
            .Build())
        {
            using (var activity = source.StartActivity("chat", ActivityKind.Client))
            {
                _ = activity!.SetTag("openinference.span.kind", "LLM").SetTag("llm.model_name", "a/b").SetTag("llm.token_count.prompt", 12L).SetTag("score", 1.0);
                _ = activity.AddEvent(new ActivityEvent("first token", tags: new ActivityTagsCollection([new("n", 1L)])));
                _ = activity.SetStatus(ActivityStatusCode.Error, "broke");
            }

            flushed = provider.ForceFlush(10_000);
        }

        Assert.True(flushed);
        using var answer = JsonDocument.Parse(await host.Client.GetStringAsync(new Uri("/v1/projects/my%20project/spans?span_kind=LLM&attribute=llm.token_count.prompt:12", UriKind.Relative)));
        var span = Assert.Single(answer.RootElement.GetProperty("data").EnumerateArray());
        Assert.Equal("chat", span.GetProperty("name").GetString());
        Assert.Equal("LLM", span.GetProperty("span_kind").GetString());
        Assert.Equal(JsonValueKind.Null, span.GetProperty("parent_id").ValueKind);
        Assert.Equal(("ERROR", "broke"), (span.GetProperty("status_code").GetString(), span.GetProperty("status_message").GetString()));
        Assert.Equal("1.0", span.GetProperty("attributes").GetProperty("score").GetRawText());
        var item = Assert.Single(span.GetProperty("events").EnumerateArray());
        Assert.Equal("first token", item.GetProperty("name").GetString());
        Assert.Equal(1, item.GetProperty("attributes").GetProperty("n").GetInt32());
        Assert.True(span.GetProperty("start_time").GetDateTimeOffset() <= item.GetProperty("timestamp").GetDateTimeOffset());
        Assert.Equal(JsonValueKind.Null, answer.RootElement.GetProperty("next_cursor").ValueKind);
    }
}
