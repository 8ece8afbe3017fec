using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Traces;

/// <summary>Sessions, traces, projects and erasing on Phoenix's API of a live server.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task Sessions_AddUpTheirTraces_AndPage()
    {
        await using var server = await StartAsync();

        var first = await server.GetJsonAsync("/v1/projects/p/sessions?limit=1");
        var second = await server.GetJsonAsync("/v1/projects/p/sessions?limit=1&cursor=" + Uri.EscapeDataString(first.Text("next_cursor")!));
        var session = Assert.Single(first.Data());
        var byId = await server.GetJsonAsync("/v1/sessions/" + Uri.EscapeDataString(session.Text("id")!));
        var byName = await server.GetJsonAsync("/v1/sessions/s-1");

        Assert.Equal("s-1", session.Text("session_id"));
        Assert.Equal([Otlp.TraceId(1), Otlp.TraceId(2)], session.GetProperty("traces").EnumerateArray().Select(trace => trace.Text("trace_id")));
        Assert.Equal((20, 10, 30), (session.GetProperty("token_count_prompt").GetInt32(), session.GetProperty("token_count_completion").GetInt32(), session.GetProperty("token_count_total").GetInt32()));
        Assert.Equal("s-2", Assert.Single(second.Data()).Text("session_id"));
        Assert.Null(second.Text("next_cursor"));
        Assert.Equal(session.GetRawText(), byId.GetProperty("data").GetRawText());
        Assert.Equal(session.GetRawText(), byName.GetProperty("data").GetRawText());
        Assert.Equal("s-2", (await server.GetJsonAsync("/v1/projects/p/sessions?order=desc")).Data()[0].Text("session_id"));
        Assert.Equal(HttpStatusCode.NotFound, (await server.RefusalAsync(HttpMethod.Get, "/v1/sessions/none")).Status);
    }

    [Fact]
    public async Task Traces_AreListedWithSpansBySessionAndTime()
    {
        await using var server = await StartAsync();

        var all = (await server.GetJsonAsync("/v1/projects/p/traces?include_spans=true")).Data();

        Assert.Equal([Otlp.TraceId(3), Otlp.TraceId(2), Otlp.TraceId(1)], all.Select(trace => trace.Text("trace_id")));
        Assert.Equal("LLM", all[2].GetProperty("spans")[0].Text("span_kind"));
        Assert.Equal(15, all[2].GetProperty("token_count_total").GetInt32());
        Assert.Equal([Otlp.TraceId(3)], (await server.GetJsonAsync("/v1/projects/p/traces?session_identifier=s-2")).Data().Select(trace => trace.Text("trace_id")));
        Assert.Empty((await server.GetJsonAsync("/v1/projects/p/traces?start_time=2023-11-14T22:13:21Z")).Data());
        Assert.Equal(3, (await server.GetJsonAsync("/v1/projects/p/traces?start_time=2023-11-14T22:13:20Z&end_time=2023-11-14T22:13:21Z")).Data().Length);
        Assert.Equal(HttpStatusCode.NotImplemented, (await server.RefusalAsync(HttpMethod.Get, "/v1/projects/p/traces?sort=latency_ms")).Status);
    }

    [Fact]
    public async Task CreateSpans_AllOrNone_AreStored()
    {
        await using var server = await StartAsync();
        const string New = """{"name":"made","context":{"trace_id":"5b8efff798038103d269b63300000009","span_id":"00000000000000aa"},"span_kind":"LLM","parent_id":null,"start_time":"2026-01-01T00:00:00Z","end_time":"2026-01-01T00:00:01Z","status_code":"OK","attributes":{"llm":{"model_name":"sim/small"},"llm.token_count.prompt":1000,"llm.token_count.completion":100}}""";

        var made = await server.CallAsync(HttpMethod.Post, "/v1/projects/p/spans", $$"""{"data":[{{New}}]}""", server.InferenceKey);
        var (status, text) = await server.RefusalAsync(HttpMethod.Post, "/v1/projects/p/spans", $$"""{"data":[{{New}},{{New.Replace("00aa", "00bb", StringComparison.Ordinal)}}]}""");

        Assert.Equal(1, made.GetProperty("total_queued").GetInt32());
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(1, JsonElement.Parse(text).GetProperty("total_duplicates").GetInt32());
        var span = Assert.Single((await server.GetJsonAsync("/api/weir/spans?project=p&filter=" + Uri.EscapeDataString("name == 'made'"))).Data());
        Assert.Equal(("sim/small", "LLM"), (span.Text("model"), span.Text("kind")));

        // No cost was sent: 1,000 tokens at $0.10 and 100 at $0.40 a million.
        Assert.Equal(0.00014m, span.GetProperty("cost").GetDecimal());
        Assert.Equal(HttpStatusCode.NotFound, (await server.RefusalAsync(HttpMethod.Post, "/v1/projects/none/spans", """{"data":[]}""")).Status);
    }

    [Fact]
    public async Task Delete_SpanTraceSession_TakesWhatWasSaidAboutThem()
    {
        await using var server = await StartAsync();
        foreach (var trace in (int[])[1, 2, 3])
        {
            _ = await server.CallAsync(HttpMethod.Post, "/v1/span_annotations?sync=true", $$$"""{"data":[{"span_id":"{{{Otlp.SpanId(trace)}}}","name":"q","annotator_kind":"HUMAN","result":{"score":1}}]}""");
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await server.RefusalAsync(HttpMethod.Delete, "/v1/traces/" + Otlp.TraceId(3), key: server.InferenceKey)).Status);
        _ = await server.CallAsync(HttpMethod.Delete, "/v1/traces/" + Otlp.TraceId(3));
        Assert.Equal(HttpStatusCode.NotFound, (await server.RefusalAsync(HttpMethod.Delete, "/v1/traces/" + Otlp.TraceId(3))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.RefusalAsync(HttpMethod.Get, "/v1/sessions/s-2")).Status);
        Assert.Equal(2, (await server.GetJsonAsync("/api/weir/spans?project=p")).GetProperty("total").GetInt64());
        _ = await server.CallAsync(HttpMethod.Delete, "/v1/spans/" + Otlp.SpanId(1));
        Assert.Equal([Otlp.TraceId(2)], (await server.GetJsonAsync("/v1/projects/p/traces")).Data().Select(trace => trace.Text("trace_id")));
        _ = await server.CallAsync(HttpMethod.Post, "/v1/sessions/delete", """{"session_identifiers":["s-1","none"]}""");
        Assert.Empty((await server.GetJsonAsync("/v1/projects/p/traces")).Data());
        await Otlp.SendAsync(server, "p", Otlp.Span(1, 1));
        Assert.Empty((await server.GetJsonAsync($"/v1/projects/p/span_annotations?span_ids={Otlp.SpanId(1)}")).Data());
    }

    [Fact]
    public async Task Projects_AreMadeDescribedAndDeletedWithTheirSpans()
    {
        await using var server = await StartAsync();

        var made = (await server.CallAsync(HttpMethod.Post, "/v1/projects", """{"name":"new","description":"d"}""")).GetProperty("data");
        Assert.Equal(("new", "d"), (made.Text("name"), made.Text("description")));
        Assert.Equal(HttpStatusCode.Conflict, (await server.RefusalAsync(HttpMethod.Post, "/v1/projects", """{"name":"p"}""")).Status);
        Assert.Equal("x", (await server.CallAsync(HttpMethod.Put, "/v1/projects/new", """{"description":"x"}""")).GetProperty("data").Text("description"));
        Assert.Equal("x", (await server.GetJsonAsync("/v1/projects/new")).GetProperty("data").Text("description"));
        _ = await server.CallAsync(HttpMethod.Delete, "/v1/projects/p");
        Assert.Equal(HttpStatusCode.NotFound, (await server.RefusalAsync(HttpMethod.Get, "/v1/projects/p")).Status);
        Assert.Empty((await server.GetJsonAsync("/api/weir/traces")).Data());
        await Otlp.SendAsync(server, "default", Otlp.Span(1, 1));
        Assert.Equal(HttpStatusCode.Forbidden, (await server.RefusalAsync(HttpMethod.Delete, "/v1/projects/default")).Status);
    }

    [Fact]
    public async Task Filter_OnTracesAndSpans_IsOneLanguageAndItsMistakesAreShown()
    {
        await using var server = await StartAsync();
        var filter = Uri.EscapeDataString("llm.token_count.total >= 15 and attributes['n'] == 2");

        var traces = await server.GetJsonAsync("/api/weir/traces?filter=" + filter);
        var spans = await server.GetJsonAsync("/api/weir/spans?project=p&filter=" + filter);
        var phoenix = await server.GetJsonAsync("/v1/projects/p/spans?filter=" + filter);
        var (status, text) = await server.RefusalAsync(HttpMethod.Get, "/api/weir/traces?filter=" + Uri.EscapeDataString("latency > 5"));

        Assert.Equal([Otlp.TraceId(2)], traces.Data().Select(trace => trace.Text("trace_id")));
        Assert.Equal(3, traces.GetProperty("scanned").GetInt64());
        Assert.Equal([Otlp.TraceId(2)], spans.Data().Select(span => span.Text("trace_id")));
        Assert.Equal((3, 3), (spans.GetProperty("scanned").GetInt64(), spans.GetProperty("total").GetInt64()));
        Assert.Equal([Otlp.SpanId(2)], phoenix.Data().Select(span => span.GetProperty("context").Text("span_id")));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("filter, character 1: there is no field 'latency', but there is latency_ms", text, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await server.GetJsonAsync("/api/weir/spans?project=p")).GetProperty("scanned").ValueKind);
    }

    // Two traces of one session, and one of another.
    private static async Task<TestServer> StartAsync()
    {
        var server = await TestServer.StartAsync();
        foreach (var (trace, session) in new[] { (1, "s-1"), (2, "s-1"), (3, "s-2") })
        {
            await Otlp.SendAsync(server, "p", Otlp.Span(trace, trace, attributes:
            [
                ("openinference.span.kind", Otlp.Text("LLM")), ("session.id", Otlp.Text(session)), ("n", Otlp.Whole(trace)),
                ("llm.token_count.prompt", Otlp.Whole(10)), ("llm.token_count.completion", Otlp.Whole(5)),
            ]));
        }

        return server;
    }
}
