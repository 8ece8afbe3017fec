using System.Net;
using System.Text;
using Weir.Server.Tests.Testing;
using Weir.Server.Tests.Traces;
using Xunit;
using SentSpans = Weir.Server.Tests.Traces.Otlp;

namespace Weir.Server.Tests.Phoenix;

/// <summary>Datasets of a live server: versions, paging, who sees them, and what is refused.</summary>
public sealed class DatasetTests
{
    [Fact]
    public async Task Upload_CreateAppendUpdate_CountsAndKeepsVersions()
    {
        await using var server = await TestServer.StartAsync();

        var created = await server.UploadAsync("""{"name":"qa","inputs":[{"n":1.50},{"n":2}],"outputs":[{},{}],"example_ids":["x","y"],"description":"first"}""");
        var appended = await server.UploadAsync("""{"name":"qa","action":"append","inputs":[{"n":3}]}""");
        var updated = await server.UploadAsync("""{"name":"qa","action":"update","inputs":[{"n":1.5},{"n":22}],"example_ids":["x","y"]}""");
        var again = await server.UploadAsync("""{"name":"qa","action":"UPDATE","inputs":[{"n":1.5},{"n":22}],"example_ids":["x","y"]}""");

        Assert.Equal([(2, 0, 0), (1, 0, 0), (0, 1, 1), (0, 0, 0)], new[] { created, appended, updated, again }.Select(data =>
            (data.GetProperty("num_created_examples").GetInt32(), data.GetProperty("num_updated_examples").GetInt32(), data.GetProperty("num_deleted_examples").GetInt32())));
        Assert.Equal(updated.Text("version_id"), again.Text("version_id"));
        var id = created.Text("dataset_id");
        Assert.Equal(["1.50", "2"], (await server.ExamplesAsync(id, $"?version_id={created.Text("version_id")}")).Select(example => example.GetProperty("input").GetProperty("n").GetRawText()));
        Assert.Equal(3, (await server.ExamplesAsync(id, $"?version_id={appended.Text("version_id")}")).Length);
        var newest = await server.ExamplesAsync(id);
        Assert.Equal(["x", "y"], newest.Select(example => example.Text("id")));
        Assert.Equal("RGF0YXNldEV4YW1wbGU6MQ==", newest[0].Text("node_id"));
        var dataset = (await server.GetJsonAsync($"/v1/datasets/{id}")).GetProperty("data");
        Assert.Equal((2, "first"), (dataset.GetProperty("example_count").GetInt32(), dataset.Text("description")));
    }

    [Fact]
    public async Task Lists_BeyondALimit_GiveThePhoenixIdOfTheNextItem()
    {
        await using var server = await TestServer.StartAsync();
        for (var number = 1; number <= 3; number++)
        {
            _ = await server.UploadAsync($$"""{"name":"d{{number}}","inputs":[{"n":{{number}}}]}""");
            _ = await server.UploadAsync($$"""{"name":"d1","action":"append","inputs":[{"m":{{number}}}]}""");
        }

        var first = await server.GetJsonAsync("/v1/datasets?limit=2");
        var second = await server.GetJsonAsync($"/v1/datasets?limit=2&cursor={first.Text("next_cursor")}");
        var versions = await server.GetJsonAsync("/v1/datasets/RGF0YXNldDox/versions?limit=3");

        Assert.Equal("Dataset:1", Encoding.UTF8.GetString(Convert.FromBase64String(first.Text("next_cursor")!)));
        Assert.Equal(["d3", "d2"], first.Data().Select(dataset => dataset.Text("name")));
        Assert.Equal(["d1"], second.Data().Select(dataset => dataset.Text("name")));
        Assert.Null(second.Text("next_cursor"));
        Assert.Equal("DatasetVersion:1", Encoding.UTF8.GetString(Convert.FromBase64String(versions.Text("next_cursor")!)));
        Assert.Equal("d2", Assert.Single((await server.GetJsonAsync("/v1/datasets?name=d2")).Data()).Text("name"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await server.RefusalAsync(HttpMethod.Get, "/v1/datasets?cursor=RXhwZXJpbWVudDox")).Status);
    }

    [Fact]
    public async Task Upload_ManyAtOnce_EachIsAVersionAndNoneIsLost()
    {
        await using var server = await TestServer.StartAsync();
        var uploads = Enumerable.Range(0, 24).Select(number => server.UploadAsync($$"""{"name":"qa","action":"append","inputs":[{"n":{{number}}}]}"""));

        var outcomes = await Task.WhenAll(uploads);

        Assert.Single(outcomes.Select(outcome => outcome.Text("dataset_id")).Distinct());
        Assert.Equal(24, outcomes.Select(outcome => outcome.Text("version_id")).Distinct().Count());
        Assert.Equal(24, (await server.ExamplesAsync(outcomes[0].Text("dataset_id"))).Select(example => example.GetProperty("input").GetRawText()).Distinct().Count());
    }

    [Theory]
    [InlineData("""{"inputs":[{}]}""", "Dataset name is required")]
    [InlineData("""{"name":"d"}""", "input is required")]
    [InlineData("""{"name":"d","inputs":[1]}""", "Input should be a list containing only dictionary objects")]
    [InlineData("""{"name":"d","inputs":[{},{}],"outputs":[{}]}""", "outputs should be a list of same length as input")]
    [InlineData("""{"name":"d","inputs":[{},{}],"example_ids":["a"]}""", "example_ids must have same length as inputs")]
    [InlineData("""{"name":"d","inputs":[{}],"example_ids":[1]}""", "example_ids must contain only strings or None")]
    [InlineData("""{"name":"d","inputs":[{},{}],"example_ids":["same","same"]}""", "Duplicate example_id in request: 'same'")]
    [InlineData("""{"name":"d","inputs":[{}],"splits":[{"a":"train"}]}""", "must be a string, list of strings, or None")]
    [InlineData("""{"name":"d","inputs":[{}],"splits":[true]}""", "must be a string, list of strings, or None")]
    [InlineData("""{"name":"d","action":"replace","inputs":[{}]}""", "Invalid dataset action: replace")]
    [InlineData("""{"name":"d","inputs":[{}],"example_ids":["RGF0YXNldEV4YW1wbGU6OQ=="]}""", "do not correspond")]
    [InlineData("""{"name":"a\nb","inputs":[{}]}""", "control characters")]
    [InlineData("""{"name":""", "not valid JSON")]
    public async Task Upload_Wrong_IsRefusedAsPhoenixDoes(string body, string problem)
    {
        await using var server = await TestServer.StartAsync();

        var (status, text) = await server.RefusalAsync(HttpMethod.Post, "/v1/datasets/upload?sync=true", body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(problem, text, StringComparison.Ordinal);
        Assert.Empty((await server.GetJsonAsync("/v1/datasets")).Data());
    }

    [Fact]
    public async Task Upload_CreateWhatIsThere_Is409()
    {
        await using var server = await TestServer.StartAsync();
        _ = await server.UploadAsync("""{"name":"qa","inputs":[{}]}""");

        var (status, text) = await server.RefusalAsync(HttpMethod.Post, "/v1/datasets/upload", """{"name":"qa","inputs":[{}]}""");

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("qa", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Example_OfASpan_LinksToItAsSoonAsItIsThere()
    {
        await using var server = await TestServer.StartAsync();
        var id = (await server.UploadAsync($$"""{"name":"qa","inputs":[{},{"a":1}],"span_ids":["{{SentSpans.SpanId(1)}}","no span"]}""")).Text("dataset_id");

        var before = await server.ExamplesAsync(id);
        await SentSpans.SendAsync(server, "p", SentSpans.Span(1, 1));
        var after = await server.ExamplesAsync(id);

        Assert.All(before, example => Assert.Equal("null", example.GetProperty("source").GetRawText()));
        Assert.Equal(SentSpans.SpanId(1), after[0].GetProperty("source").Text("span_id"));
        Assert.Equal("null", after[1].GetProperty("source").GetRawText());
    }

    [Fact]
    public async Task Everything_OfAnotherWorkspace_IsNotThere()
    {
        await using var server = await TestServer.StartAsync();
        var theirs = await server.OtherKeyAsync();
        var mine = await server.UploadAsync("""{"name":"qa","inputs":[{}],"splits":["train"]}""");
        var made = await server.CallAsync(HttpMethod.Post, "/v1/datasets/upload", """{"name":"qa","inputs":[{}],"splits":["train"]}""", theirs);
        var id = mine.Text("dataset_id");

        Assert.NotEqual(id, made.GetProperty("data").Text("dataset_id"));
        foreach (var path in new[] { "", "/versions", "/examples", "/labels" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await server.RefusalAsync(HttpMethod.Get, $"/v1/datasets/{id}{path}", key: theirs)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await server.RefusalAsync(HttpMethod.Post, $"/v1/datasets/{id}/experiments", "{}", theirs)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await server.RefusalAsync(HttpMethod.Get, $"/v1/datasets/{id}/csv", key: theirs)).Status);
        var theirId = made.GetProperty("data").Text("dataset_id");
        Assert.Equal(HttpStatusCode.NotFound, (await server.RefusalAsync(HttpMethod.Get, $"/v1/datasets/{theirId}/examples?version_id={mine.Text("version_id")}", key: theirs)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.RefusalAsync(HttpMethod.Get, $"/v1/datasets/{theirId}/examples?split=RGF0YXNldFNwbGl0OjE=", key: theirs)).Status);
    }

    [Fact]
    public async Task Delete_ManagementKey_TakesItAwayAndFreesTheName()
    {
        await using var server = await TestServer.StartAsync();
        var id = (await server.UploadAsync("""{"name":"qa","inputs":[{}],"splits":["train"]}""")).Text("dataset_id");
        var experiment = (await server.CallAsync(HttpMethod.Post, $"/v1/datasets/{id}/experiments", "{}")).GetProperty("data").Text("id");

        Assert.Equal(HttpStatusCode.Forbidden, (await server.RefusalAsync(HttpMethod.Delete, $"/v1/datasets/{id}", key: server.InferenceKey)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await server.RefusalAsync(HttpMethod.Delete, $"/v1/datasets/{id}")).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await server.RefusalAsync(HttpMethod.Delete, $"/v1/datasets/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.RefusalAsync(HttpMethod.Get, $"/v1/experiments/{experiment}")).Status);
        Assert.NotEqual(id, (await server.UploadAsync("""{"name":"qa","inputs":[{}]}""")).Text("dataset_id"));
    }

    [Fact]
    public async Task SplitsAndLabels_AreMadeChangedAndTakenAway()
    {
        await using var server = await TestServer.StartAsync();
        var id = (await server.UploadAsync("""{"name":"qa","inputs":[{"n":1},{"n":2}],"splits":[["a","b"],null]}""")).Text("dataset_id");
        var node = (await server.ExamplesAsync(id))[1].Text("node_id");

        var split = (await server.CallAsync(HttpMethod.Post, "/v1/datasets/qa/splits", $$"""{"name":"c","example_ids":["{{node}}"]}""")).GetProperty("data");
        var changed = (await server.CallAsync(HttpMethod.Patch, $"/v1/datasets/qa/splits/{split.Text("id")}", $$"""{"name":"d","remove_example_ids":["{{node}}"]}""")).GetProperty("data");
        var taken = await server.RefusalAsync(HttpMethod.Post, "/v1/datasets/qa/splits", """{"name":"a"}""");
        var unknown = await server.RefusalAsync(HttpMethod.Post, "/v1/datasets/qa/splits", """{"name":"e","example_ids":["RGF0YXNldEV4YW1wbGU6OTk="]}""");
        var label = (await server.CallAsync(HttpMethod.Post, "/v1/dataset_labels", """{"name":"golden","color":"#00cc88"}""")).GetProperty("data").Text("id");
        var put = await server.CallAsync(HttpMethod.Put, "/v1/datasets/qa/labels", $$"""{"dataset_label_ids":["{{label}}"]}""");
        var badColor = await server.RefusalAsync(HttpMethod.Post, "/v1/dataset_labels", """{"name":"x","color":"#00CC88"}""");
        var twice = await server.RefusalAsync(HttpMethod.Post, "/v1/dataset_labels", """{"name":"golden","color":"#00cc88"}""");

        Assert.Equal((1, 0), (split.GetProperty("example_count").GetInt32(), changed.GetProperty("example_count").GetInt32()));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.NotFound), (taken.Status, unknown.Status));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict), (badColor.Status, twice.Status));
        Assert.Single(await server.ExamplesAsync(id, "?split=b"));
        Assert.Empty(await server.ExamplesAsync(id, "?split=d"));
        Assert.Equal("golden", Assert.Single(put.Data()).Text("name"));
        Assert.Equal(HttpStatusCode.NoContent, (await server.RefusalAsync(HttpMethod.Delete, $"/v1/datasets/qa/labels/{label}", key: server.InferenceKey)).Status);
        Assert.Empty((await server.GetJsonAsync("/v1/datasets/qa/labels")).Data());
        Assert.Equal(HttpStatusCode.NoContent, (await server.RefusalAsync(HttpMethod.Delete, $"/v1/datasets/qa/splits/{split.Text("id")}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.RefusalAsync(HttpMethod.Get, $"/v1/datasets/{id}/examples?split=d")).Status);
    }
}
