using System.Net;
using System.Text.Json;
using Parquet;
using Parquet.Serialization;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Traces;

/// <summary><c>weir traces export</c>: what lies in a server, as files that other programs read.</summary>
public sealed class TracesExportTests : IAsyncDisposable
{
    // Everything that a sender can say of a span.
    private const string Full = """
        {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"svc"}},{"key":"process.pid","value":{"intValue":"7"}}]},
          "scopeSpans":[{"scope":{"name":"scope","version":"1.2"},"spans":[
            {"traceId":"5b8efff798038103d269b63300000001","spanId":"0000000000000001","traceState":"a=b","flags":257,"name":"whole","kind":3,
             "startTimeUnixNano":"1700000000000000123","endTimeUnixNano":"1700000000000000456","droppedAttributesCount":1,"droppedEventsCount":2,"droppedLinksCount":3,
             "status":{"code":2,"message":"it broke"},
             "attributes":[{"key":"text","value":{"stringValue":"日本 \"quoted\""}},{"key":"whole","value":{"intValue":"-9007199254740993"}},{"key":"double","value":{"doubleValue":1}},
               {"key":"flag","value":{"boolValue":true}},{"key":"list","value":{"arrayValue":{"values":[{"stringValue":"a"},{"doubleValue":0.5}]}}},
               {"key":"map","value":{"kvlistValue":{"values":[{"key":"inner","value":{"intValue":"1"}}]}}}],
             "events":[{"name":"exception","timeUnixNano":"1700000000000000200","attributes":[{"key":"exception.type","value":{"stringValue":"E"}}]}],
             "links":[{"traceId":"5b8efff798038103d269b63300000002","spanId":"0000000000000002","traceState":"c=d","attributes":[{"key":"why","value":{"stringValue":"retry"}}]}]},
            {"traceId":"5b8efff798038103d269b63300000001","spanId":"0000000000000003","parentSpanId":"0000000000000001","name":"call","startTimeUnixNano":"1700000000000000124",
             "endTimeUnixNano":"1700000000000000200","attributes":[{"key":"openinference.span.kind","value":{"stringValue":"LLM"}},{"key":"llm.model_name","value":{"stringValue":"a/b"}},
               {"key":"llm.token_count.prompt","value":{"intValue":"12"}},{"key":"llm.cost.total","value":{"doubleValue":0.25}}]}]}]}]}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("weir-export-").FullName;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Otlp_BroughtToAnotherServer_IsTheSameThere()
    {
        await using var from = await StartAsync();
        await using var to = await TestServer.StartAsync();
        var file = Path.Combine(_folder, "spans.jsonl");

        await ExportAsync(from, "--project", "p", "--format", "otlp", "--output", file);
        var (exitCode, _, said) = await WeirProcess.RunWithAsync(("WEIR_KEY", to.InferenceKey), "traces", "import", file, "--server", to.Address.ToString());

        Assert.True(exitCode == 0, said);
        foreach (var span in new[] { 1, 3 })
        {
            var path = $"/api/weir/traces/{Otlp.TraceId(1)}/spans/{Otlp.SpanId(span)}";
            var before = (await from.GetJsonAsync(path)).GetProperty("data");
            var after = (await to.GetJsonAsync(path)).GetProperty("data");
            foreach (var member in before.EnumerateObject().Where(member => member.Name is not ("received_at" or "resource")))
            {
                Assert.Equal(member.Value.GetRawText(), after.GetProperty(member.Name).GetRawText());
            }

            // The project came in a header, and is in the resource now.
            Assert.Equal("svc", after.GetProperty("resource").GetProperty("service.name").GetString());
            Assert.Equal(7, after.GetProperty("resource").GetProperty("process.pid").GetInt32());
            Assert.Equal("p", after.GetProperty("resource").GetProperty("openinference.project.name").GetString());
        }
    }

    [Fact]
    public async Task Otlp_Pages_HaveAllSpansOnce_AndShareTheirSender()
    {
        await using var server = await StartAsync();
        await Otlp.SendAsync(server, "p", [.. Enumerable.Range(10, 5).Select(span => Otlp.Span(9, span))]);

        var first = await server.GetJsonAsync("/api/weir/spans/otlp?project=p&limit=4");
        var second = await server.GetJsonAsync("/api/weir/spans/otlp?project=p&limit=4&cursor=" + Uri.EscapeDataString(first.GetProperty("next_cursor").GetString()!));

        Assert.Equal(1, first.GetProperty("data").GetProperty("resourceSpans").GetArrayLength());
        Assert.Equal(2, second.GetProperty("data").GetProperty("resourceSpans").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next_cursor").ValueKind);
        Assert.Equal(
            ["0000000000000001", "0000000000000003", "000000000000000a", "000000000000000b", "000000000000000c", "000000000000000d", "000000000000000e"],
            new[] { first, second }.SelectMany(SpansOf).Select(span => span.GetProperty("spanId").GetString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "project is missing")]
    [InlineData("?project=p&limit=1001", "limit '1001' is not a whole number from 1 to 1000")]
    [InlineData("?project=p&filter=latency%20%3E%205", "latency_ms")]
    public async Task Otlp_BadParameter_IsNamedWithWhatWouldWork(string query, string expected)
    {
        await using var server = await StartAsync();

        using var refused = await server.SendAsync(HttpMethod.Get, "/api/weir/spans/otlp" + query, server.InferenceKey);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(expected, await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parquet_HasTheColumnsOfADataframe()
    {
        await using var server = await StartAsync();
        var file = Path.Combine(_folder, "spans.parquet");

        var said = await ExportAsync(server, "--project", "p", "--format", "parquet", "--output", file);

        Assert.Contains($"2 spans in {file}.", said, StringComparison.Ordinal);
        await using var stream = File.OpenRead(file);
        var table = await ParquetSerializer.DeserializeUntypedAsync(stream, cancellationToken: TestContext.Current.CancellationToken);
        var spans = table.Data;
        Assert.Equal(
            ["context.trace_id", "context.span_id", "parent_id", "name", "span_kind", "start_time", "end_time", "status_code", "status_message"],
            table.Schema.DataFields.Take(9).Select(field => field.Name));
        Assert.Equal(["call", "whole"], spans.Select(span => (string?)span["name"]).Order(StringComparer.Ordinal));
        var call = spans.Single(span => (string?)span["name"] == "call");
        Assert.Equal("LLM", call["span_kind"]);
        Assert.Equal("0000000000000001", call["parent_id"]);
        Assert.Equal("a/b", call["attributes.llm.model_name"]);
        Assert.Equal(12L, call["attributes.llm.token_count.prompt"]);
        Assert.False(call.ContainsKey("attributes.llm.token_count.completion"));
        Assert.Equal(0.25, call["attributes.llm.cost.total"]);
        Assert.Equal(new DateTime(2023, 11, 14, 22, 13, 20, DateTimeKind.Utc), call["start_time"]);
        Assert.Equal(12, JsonElement.Parse((string)call["attributes"]!).GetProperty("llm.token_count.prompt").GetInt32());
        Assert.Equal("[]", call["events"]);
    }

    [Fact]
    public async Task Parquet_WithoutAFile_SaysWhatToWrite()
    {
        await using var server = await StartAsync();

        var (exitCode, _, errors) = await WeirProcess.RunWithAsync(
            ("WEIR_KEY", server.InferenceKey), "traces", "export", "--project", "p", "--format", "parquet", "--server", server.Address.ToString());

        Assert.Equal(1, exitCode);
        Assert.Contains("--output spans.parquet", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_ThatFails_LeavesTheFileAsItWas()
    {
        await using var server = await StartAsync();
        var file = Path.Combine(_folder, "spans.jsonl");
        await File.WriteAllTextAsync(file, "before", TestContext.Current.CancellationToken);

        var (exitCode, _, errors) = await WeirProcess.RunWithAsync(
            ("WEIR_KEY", server.InferenceKey), "traces", "export", "--project", "nowhere", "--format", "otlp", "--output", file, "--server", server.Address.ToString());

        Assert.Equal(1, exitCode);
        Assert.Contains("There is no project with the name 'nowhere'", errors, StringComparison.Ordinal);
        Assert.Equal("before", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal([file], Directory.GetFiles(_folder));
    }

    private static IEnumerable<JsonElement> SpansOf(JsonElement page) =>
        page.GetProperty("data").GetProperty("resourceSpans").EnumerateArray()
            .SelectMany(resource => resource.GetProperty("scopeSpans").EnumerateArray())
            .SelectMany(scope => scope.GetProperty("spans").EnumerateArray());

    private static async Task<TestServer> StartAsync()
    {
        var server = await TestServer.StartAsync();
        using var response = await server.SendAsync(HttpMethod.Post, "/v1/traces", server.InferenceKey, Full, ("x-project-name", "p"));
        Assert.Equal("{}", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return server;
    }

    private static async Task<string> ExportAsync(TestServer server, params string[] arguments)
    {
        var (exitCode, _, errors) = await WeirProcess.RunWithAsync(("WEIR_KEY", server.InferenceKey), ["traces", "export", .. arguments, "--server", server.Address.ToString()]);
        Assert.True(exitCode == 0, errors);
        return errors;
    }
}
