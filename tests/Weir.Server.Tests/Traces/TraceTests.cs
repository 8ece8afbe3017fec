using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Traces;

/// <summary>One trace, and one span of it, of a live server.</summary>
public sealed class TraceTests
{
    [Fact]
    public async Task Trace_IsATreeInReadingOrder()
    {
        await using var server = await TestServer.StartAsync();
        await Otlp.SendAsync(server, "p", Otlp.Span(1, 3, parent: 1), Otlp.Span(1, 2, parent: 1), Otlp.Span(1, 4, parent: 2, status: 2), Otlp.Span(1, 5, parent: 99), Otlp.Span(1, 1));

        var trace = (await server.GetJsonAsync($"/api/weir/traces/{Otlp.TraceId(1)}")).GetProperty("data");

        var spans = trace.GetProperty("spans").EnumerateArray().ToArray();
        Assert.Equal([1, 2, 4, 3, 5], spans.Select(span => Convert.ToInt32(span.GetProperty("span_id").GetString(), 16)));
        Assert.Equal([0, 1, 2, 1, 0], spans.Select(span => span.GetProperty("depth").GetInt32()));
        Assert.Equal([3, 1, 0, 0, 0], spans.Select(span => span.GetProperty("descendant_count").GetInt32()));
        Assert.Equal([false, false, false, false, true], spans.Select(span => span.GetProperty("is_orphan").GetBoolean()));
        Assert.Equal([1, 1, 1, 0, 0], spans.Select(span => span.GetProperty("subtree_errors").GetInt32()));
        Assert.Equal(Otlp.SpanId(99), spans[4].GetProperty("parent_id").GetString());
        Assert.Equal(5, trace.GetProperty("summary").GetProperty("span_count").GetInt32());
        Assert.Equal(1000, spans[0].GetProperty("duration_us").GetInt64());
    }

    [Fact]
    public async Task Trace_OfManySpans_IsAllThere()
    {
        await using var server = await TestServer.StartAsync();
        foreach (var block in Enumerable.Range(1, 6_000).Chunk(1_000))
        {
            await Otlp.SendAsync(server, "p", [.. block.Select(span => Otlp.Span(1, span, parent: span - 1))]);
        }

        var trace = (await server.GetJsonAsync($"/api/weir/traces/{Otlp.TraceId(1)}")).GetProperty("data");
        var listed = (await server.GetJsonAsync("/api/weir/traces")).GetProperty("data")[0];

        Assert.Equal(6_000, trace.GetProperty("spans").GetArrayLength());
        Assert.Equal(5_999, trace.GetProperty("spans")[5_999].GetProperty("depth").GetInt32());
        Assert.False(trace.GetProperty("summary").GetProperty("is_partial").GetBoolean());
        Assert.True(listed.GetProperty("is_partial").GetBoolean());
        Assert.Equal(5_000, listed.GetProperty("span_count").GetInt32());
    }

    [Theory]
    [InlineData("xyz", HttpStatusCode.BadRequest)]
    [InlineData("5b8efff798038103d269b633000000ff", HttpStatusCode.NotFound)]
    [InlineData("xyz/spans/0000000000000001", HttpStatusCode.BadRequest)]
    [InlineData("5b8efff798038103d269b63300000001/spans/1", HttpStatusCode.BadRequest)]
    [InlineData("5b8efff798038103d269b63300000001/spans/0000000000000001?text_limit=-1", HttpStatusCode.BadRequest)]
    [InlineData("5b8efff798038103d269b63300000001/spans/00000000000000ff", HttpStatusCode.NotFound)]
    public async Task Unknown_IsRefusedInTheEnvelope(string path, HttpStatusCode expected)
    {
        await using var server = await TestServer.StartAsync();
        await Otlp.SendAsync(server, "p", Otlp.Span(1, 1));

        using var response = await server.SendAsync(HttpMethod.Get, "/api/weir/traces/" + path, server.InferenceKey);

        Assert.Equal(expected, response.StatusCode);
        Assert.NotEqual("", (await TestServer.ReadJsonAsync(response)).GetProperty("error").GetProperty("message").GetString());
    }

    [Fact]
    public async Task Span_HasEverythingAndItsContent()
    {
        await using var server = await TestServer.StartAsync();
        var events = """[{"timeUnixNano":"1700000000000002001","name":"exception","attributes":[{"key":"exception.type","value":{"stringValue":"E"}}]}]""";
        await Otlp.SendAsync(
            server,
            "p",
            Otlp.Span(1, 1, events: events, attributes: [("llm.input_messages.0.message.role", Otlp.Text("user")), ("llm.input_messages.0.message.content", Otlp.Text("hi")), ("n", """{"doubleValue":1.0}""")]));

        var span = (await server.GetJsonAsync($"/api/weir/traces/{Otlp.TraceId(1)}/spans/{Otlp.SpanId(1)}")).GetProperty("data");

        Assert.Equal("2023-11-14T22:13:20.000000001Z", span.GetProperty("start_time").GetString());
        Assert.Equal("internal", span.GetProperty("otel_kind").GetString());
        Assert.Equal("1.0", span.GetProperty("attributes").GetProperty("n").GetRawText());
        Assert.Equal("svc", span.GetProperty("resource").GetProperty("service.name").GetString());
        var message = span.GetProperty("content").GetProperty("input_messages")[0];
        Assert.Equal("user", message.GetProperty("role").GetString());
        Assert.Equal("hi", message.GetProperty("parts")[0].GetProperty("text").GetProperty("text").GetString());
        var exception = span.GetProperty("events")[0];
        Assert.Equal(2, exception.GetProperty("offset_us").GetInt64());
        Assert.Equal("E", exception.GetProperty("attributes").GetProperty("exception.type").GetString());
        Assert.Empty(span.GetProperty("cut_texts").EnumerateArray());
    }

    [Fact]
    public async Task Span_LongText_IsCutUnlessAskedFor()
    {
        await using var server = await TestServer.StartAsync();
        var text = string.Concat(Enumerable.Repeat("line \"of\" text\n", 350_000));
        await Otlp.SendAsync(server, "p", Otlp.Span(1, 1, attributes: [("input.value", Otlp.Text(text))]));
        var path = $"/api/weir/traces/{Otlp.TraceId(1)}/spans/{Otlp.SpanId(1)}";

        var cut = (await server.GetJsonAsync(path)).GetProperty("data");
        var whole = (await server.GetJsonAsync(path + "?text_limit=0")).GetProperty("data");

        Assert.Equal(65_536, cut.GetProperty("attributes").GetProperty("input.value").GetString()!.Length);
        Assert.Equal(65_536, cut.GetProperty("content").GetProperty("input").GetProperty("text").GetString()!.Length);
        Assert.Equal(text.Length, cut.GetProperty("content").GetProperty("input").GetProperty("length").GetInt64());
        var listed = Assert.Single(cut.GetProperty("cut_texts").EnumerateArray());
        Assert.Equal("attributes.input.value", listed.GetProperty("path").GetString());
        Assert.Equal(text.Length, listed.GetProperty("length").GetInt64());
        Assert.Equal(text, whole.GetProperty("attributes").GetProperty("input.value").GetString());
        Assert.Empty(whole.GetProperty("cut_texts").EnumerateArray());
    }
}
