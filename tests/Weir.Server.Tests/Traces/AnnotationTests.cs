using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Traces;

/// <summary>Annotations and notes of a live server.</summary>
public sealed class AnnotationTests
{
    [Fact]
    public async Task Annotate_AgainWithTheSameNameAndIdentifier_Replaces()
    {
        await using var server = await StartAsync();

        var first = await AnnotateAsync(server, "span", $$$"""{"span_id":"{{{Otlp.SpanId(1)}}}","name":"quality","annotator_kind":"HUMAN","result":{"label":"bad","score":0.1},"metadata":{"by":"me"}}""");
        var second = await AnnotateAsync(server, "span", $$$"""{"span_id":"{{{Otlp.SpanId(1)}}}","name":"quality","annotator_kind":"LLM","result":{"label":"good","score":0.9,"explanation":"why"}}""");
        var other = await AnnotateAsync(server, "span", $$"""{"span_id":"{{Otlp.SpanId(1)}}","name":"quality","annotator_kind":"LLM","result":{"score":0.2},"identifier":"x"}""");

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        var found = (await server.GetJsonAsync($"/v1/projects/p/span_annotations?span_ids={Otlp.SpanId(1)}&include_annotation_names=quality")).Data();
        Assert.Equal(2, found.Length);
        var replaced = found.Single(item => item.Text("identifier")!.Length == 0);
        Assert.Equal(("quality", "LLM", Otlp.SpanId(1), "API"), (replaced.Text("name"), replaced.Text("annotator_kind"), replaced.Text("span_id"), replaced.Text("source")));
        Assert.Equal("""{"label":"good","score":0.9,"explanation":"why"}""", replaced.GetProperty("result").GetRawText());
        Assert.Equal("{}", replaced.GetProperty("metadata").GetRawText());
        Assert.Empty((await server.GetJsonAsync($"/v1/projects/p/span_annotations?span_ids={Otlp.SpanId(1)}&exclude_annotation_names=quality")).Data());
        Assert.Single((await server.GetJsonAsync("/v1/projects/p/span_annotations?identifier=x")).Data());
    }

    [Fact]
    public async Task Annotate_EachScope_IsFoundByFilters()
    {
        await using var server = await StartAsync();
        _ = await AnnotateAsync(server, "span", $$$"""{"span_id":"{{{Otlp.SpanId(1)}}}","name":"q","annotator_kind":"CODE","result":{"score":0.9}}""");
        _ = await AnnotateAsync(server, "trace", $$$"""{"trace_id":"{{{Otlp.TraceId(2)}}}","name":"t","annotator_kind":"CODE","result":{"label":"good"}}""");
        _ = await AnnotateAsync(server, "session", """{"session_id":"s-1","name":"s","annotator_kind":"CODE","result":{"label":"good"}}""");

        Assert.Equal([Otlp.SpanId(1)], await FilterAsync(server, "annotations['q'].score > 0.5"));
        Assert.Equal([Otlp.SpanId(2)], await FilterAsync(server, "trace_annotations['t'].label == 'good'"));
        Assert.Equal([Otlp.SpanId(2)], await FilterAsync(server, "session_annotations['s'] and name == 'step'"));
        Assert.Single((await server.GetJsonAsync($"/v1/projects/p/trace_annotations?trace_ids={Otlp.TraceId(2)}")).Data());
        Assert.Single((await server.GetJsonAsync("/v1/projects/p/session_annotations?session_ids=s-1")).Data());
    }

    [Fact]
    public async Task Annotate_SpanThatHasNotArrived_WaitsForIt_OrIsRefusedWhenSynchronous()
    {
        await using var server = await StartAsync();
        var body = $$$"""{"data":[{"span_id":"{{{Otlp.SpanId(9)}}}","name":"q","annotator_kind":"HUMAN","result":{"label":"early"}}]}""";

        var (status, text) = await server.RefusalAsync(HttpMethod.Post, "/v1/span_annotations?sync=true", body);
        var answer = await server.CallAsync(HttpMethod.Post, "/v1/span_annotations", body, server.InferenceKey);
        await Otlp.SendAsync(server, "p", Otlp.Span(9, 9));

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains(Otlp.SpanId(9), text, StringComparison.Ordinal);
        _ = Assert.Single(answer.Data());
        Assert.Equal([Otlp.SpanId(9)], await FilterAsync(server, "annotations['q'].label == 'early'"));
    }

    [Fact]
    public async Task Erase_OneById_LeavesTheOthers_AndNeedsAManagementKey()
    {
        await using var server = await StartAsync();
        var ids = new List<string>();
        foreach (var note in new[] { "one", "two" })
        {
            var answer = await server.CallAsync(HttpMethod.Post, "/v1/span_notes", $$$"""{"data":{"span_id":"{{{Otlp.SpanId(1)}}}","note":"{{{note}}}"}}""", server.InferenceKey);
            ids.Add(answer.GetProperty("data").Text("id")!);
        }

        var byProgram = await server.SendAsync(HttpMethod.Delete, $"/v1/span_annotations/{ids[0]}", server.InferenceKey);
        var asTrace = await server.SendAsync(HttpMethod.Delete, $"/v1/trace_annotations/{ids[0]}", server.ManagementKey);
        var first = await server.SendAsync(HttpMethod.Delete, $"/v1/span_annotations/{ids[0]}", server.ManagementKey);
        var again = await server.SendAsync(HttpMethod.Delete, $"/v1/span_annotations/{ids[0]}", server.ManagementKey);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (byProgram.StatusCode, asTrace.StatusCode));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (first.StatusCode, again.StatusCode));
        var left = Assert.Single((await server.GetJsonAsync($"/v1/projects/p/span_annotations?span_ids={Otlp.SpanId(1)}")).Data());
        Assert.Equal("two", left.GetProperty("result").Text("explanation"));
    }

    [Fact]
    public async Task Notes_AddUp_UnlessTheyHaveAnIdentifier()
    {
        await using var server = await StartAsync();
        foreach (var (note, identifier) in new[] { ("one", ""), ("two", ""), ("three", "x"), ("four", "x") })
        {
            _ = await server.CallAsync(HttpMethod.Post, "/v1/span_notes", $$$"""{"data":{"span_id":"{{{Otlp.SpanId(1)}}}","note":"{{{note}}}","identifier":"{{{identifier}}}"}}""", server.InferenceKey);
        }

        var notes = (await server.GetJsonAsync($"/v1/projects/p/span_annotations?span_ids={Otlp.SpanId(1)}")).Data();

        Assert.Equal(["four", "one", "two"], notes.Select(note => note.GetProperty("result").Text("explanation")).Order(StringComparer.Ordinal));
        Assert.All(notes, note => Assert.Equal("note", note.Text("name")));
        _ = await server.CallAsync(HttpMethod.Post, "/v1/trace_notes", $$$"""{"data":{"trace_id":"{{{Otlp.TraceId(1)}}}","note":"n"}}""");
        _ = await server.CallAsync(HttpMethod.Post, "/v1/session_notes", """{"data":{"session_id":"s-1","note":"n"}}""");
    }

    [Fact]
    public async Task List_PagesThroughCursors()
    {
        await using var server = await StartAsync();
        for (var i = 0; i < 5; i++)
        {
            _ = await AnnotateAsync(server, "span", $$$"""{"span_id":"{{{Otlp.SpanId(1)}}}","name":"n{{{i}}}","annotator_kind":"HUMAN","result":{"score":{{{i}}}}}""");
        }

        var seen = new List<string?>();
        string? cursor = null;
        do
        {
            var page = await server.GetJsonAsync($"/v1/projects/p/span_annotations?limit=2&span_ids={Otlp.SpanId(1)}{(cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor))}");
            seen.AddRange(page.Data().Select(item => item.Text("name")));
            cursor = page.Text("next_cursor");
        }
        while (cursor is not null);

        Assert.Equal(["n4", "n3", "n2", "n1", "n0"], seen);
    }

    [Fact]
    public async Task Delete_NeedsABoundAndAManagementKey()
    {
        await using var server = await StartAsync();
        _ = await AnnotateAsync(server, "span", $$$"""{"span_id":"{{{Otlp.SpanId(1)}}}","name":"a","annotator_kind":"HUMAN","result":{"score":1}}""");
        _ = await AnnotateAsync(server, "span", $$$"""{"span_id":"{{{Otlp.SpanId(1)}}}","name":"b","annotator_kind":"HUMAN","result":{"score":1}}""");
        const string Address = "/v1/projects/p/span_annotations";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await server.RefusalAsync(HttpMethod.Delete, Address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.RefusalAsync(HttpMethod.Delete, Address + "?delete_all=true", key: server.InferenceKey)).Status);
        _ = await server.CallAsync(HttpMethod.Delete, Address + "?delete_all=true&name=a");

        Assert.Equal(["b"], (await server.GetJsonAsync($"{Address}?span_ids={Otlp.SpanId(1)}")).Data().Select(item => item.Text("name")));
    }

    [Theory]
    [InlineData("""{"data":[{"name":"q","annotator_kind":"HUMAN"}]}""", "data'[0].span_id")]
    [InlineData("""{"data":[{"span_id":"zz","name":"q","annotator_kind":"HUMAN"}]}""", "16 hex digits")]
    [InlineData("""{"data":[{"span_id":"0000000000000001","name":"q","annotator_kind":"ROBOT"}]}""", "LLM, CODE, HUMAN")]
    [InlineData("""{"data":[{"span_id":"0000000000000001","name":"q","annotator_kind":"HUMAN","result":{"score":"high"}}]}""", "must be a number")]
    [InlineData("""{"data":{}}""", "must be a list")]
    [InlineData("not json", "not valid JSON")]
    public async Task Annotate_WithAMistake_IsRefusedByPlace(string body, string named)
    {
        await using var server = await StartAsync();

        var (status, text) = await server.RefusalAsync(HttpMethod.Post, "/v1/span_annotations", body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(named, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DocumentAnnotations_AreTaken()
    {
        await using var server = await StartAsync();

        var id = await AnnotateAsync(server, "document", $$$"""{"span_id":"{{{Otlp.SpanId(1)}}}","document_position":2,"name":"relevance","annotator_kind":"LLM","result":{"score":1}}""");

        Assert.NotNull(id);
    }

    [Fact]
    public async Task Configs_AreMadeFoundAssignedAndDeleted()
    {
        await using var server = await StartAsync();
        var made = (await server.CallAsync(
            HttpMethod.Post, "/v1/annotation_configs",
            """{"name":"quality","type":"CATEGORICAL","optimization_direction":"MAXIMIZE","values":[{"label":"good","score":1},{"label":"bad"}]}""")).GetProperty("data");
        var id = made.Text("id")!;

        Assert.Equal(HttpStatusCode.Conflict, (await server.RefusalAsync(HttpMethod.Post, "/v1/annotation_configs", """{"name":"quality","type":"FREEFORM"}""")).Status);
        Assert.Equal(id, (await server.GetJsonAsync("/v1/annotation_configs/quality")).GetProperty("data").Text("id"));
        _ = await server.CallAsync(HttpMethod.Put, "/v1/projects/p/annotation_configs/quality");
        Assert.Equal("quality", Assert.Single((await server.GetJsonAsync("/v1/projects/p/annotation_configs")).Data()).Text("name"));
        _ = await server.CallAsync(HttpMethod.Put, "/v1/projects/p/annotation_configs", """{"annotation_config_ids":[]}""");
        Assert.Empty((await server.GetJsonAsync("/v1/projects/p/annotation_configs")).Data());
        var updated = (await server.CallAsync(HttpMethod.Put, "/v1/annotation_configs/" + Uri.EscapeDataString(id), """{"name":"grade","type":"CONTINUOUS","optimization_direction":"NONE","lower_bound":0,"upper_bound":1}""")).GetProperty("data");
        Assert.Equal(("grade", "CONTINUOUS"), (updated.Text("name"), updated.Text("type")));
        _ = await server.CallAsync(HttpMethod.Delete, "/v1/annotation_configs/" + Uri.EscapeDataString(updated.Text("id")!));
        Assert.Empty((await server.GetJsonAsync("/v1/annotation_configs")).Data());
    }

    private static async Task<TestServer> StartAsync()
    {
        var server = await TestServer.StartAsync();
        await Otlp.SendAsync(server, "p", Otlp.Span(1, 1), Otlp.Span(2, 2, attributes: [("session.id", Otlp.Text("s-1"))]));
        return server;
    }

    private static async Task<string?> AnnotateAsync(TestServer server, string scope, string annotation)
    {
        var answer = await server.CallAsync(HttpMethod.Post, $"/v1/{scope}_annotations?sync=true", $$"""{"data":[{{annotation}}]}""", server.InferenceKey);
        return Assert.Single(answer.Data()).Text("id");
    }

    private static async Task<IEnumerable<string?>> FilterAsync(TestServer server, string filter) =>
        (await server.GetJsonAsync("/api/weir/spans?project=p&filter=" + Uri.EscapeDataString(filter))).Data().Select((JsonElement span) => span.Text("span_id"));
}
