using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Weir.Server.Tests.Traces;
using Xunit;
using SentSpans = Weir.Server.Tests.Traces.Otlp;

namespace Weir.Server.Tests.Phoenix;

/// <summary>Spans in the form of OTLP, from a live server.</summary>
public sealed class OtlpSpanTests
{
    [Fact]
    public async Task List_EveryKindOfValue_HasTheNameOfItsType()
    {
        await using var server = await TestServer.StartAsync();
        _ = await server.CallAsync(HttpMethod.Post, "/v1/projects", """{"name":"p"}""");
        _ = await server.CallAsync(HttpMethod.Post, "/v1/projects/p/spans", $$$"""
            {"data":[{"name":"a","context":{"trace_id":"{{{SentSpans.TraceId(1)}}}","span_id":"{{{SentSpans.SpanId(1)}}}"},"span_kind":"LLM","status_code":"ERROR","status_message":"broke",
            "start_time":"2026-01-01T00:00:00Z","end_time":"2026-01-01T00:00:01Z","attributes":{"text":"é","yes":true,"whole":7,"half":0.5,"list":["a","b"]},
            "events":[{"name":"e","timestamp":"2026-01-01T00:00:00Z","attributes":{"k":"v"}}]}]}
            """);

        var page = await server.GetJsonAsync("/v1/projects/p/spans/otlpv1?status_code=ERROR");

        var span = Assert.Single(page.Data());
        Assert.Equal((SentSpans.TraceId(1), SentSpans.SpanId(1), 1_767_225_600_000_000_000), (span.Text("trace_id"), span.Text("span_id"), span.GetProperty("start_time_unix_nano").GetInt64()));
        Assert.Equal("""{"code":2,"message":"broke"}""", span.GetProperty("status").GetRawText());
        var values = span.GetProperty("attributes").EnumerateArray().ToDictionary(item => item.Text("key")!, item => item.GetProperty("value"));
        Assert.Equal("é", values["text"].Text("string_value"));
        Assert.Equal("""{"bool_value":true}""", values["yes"].GetRawText());
        Assert.Equal("""{"int_value":7}""", values["whole"].GetRawText());
        Assert.Equal("""{"double_value":0.5}""", values["half"].GetRawText());
        Assert.Equal("""{"array_value":{"values":[{"string_value":"a"},{"string_value":"b"}]}}""", values["list"].GetRawText());
        Assert.Equal("e", span.GetProperty("events")[0].Text("name"));
        Assert.Empty((await server.GetJsonAsync("/v1/projects/p/spans/otlpv1?status_code=OK")).Data());
        Assert.Equal(HttpStatusCode.NotFound, (await server.RefusalAsync(HttpMethod.Get, "/v1/projects/none/spans/otlpv1")).Status);
        Assert.Equal(JsonValueKind.Null, page.GetProperty("next_cursor").ValueKind);
    }
}
