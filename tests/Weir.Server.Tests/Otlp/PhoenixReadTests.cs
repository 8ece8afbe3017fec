using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Xunit;

namespace Weir.Server.Tests.Otlp;

/// <summary>Phoenix's projects and spans, as its clients ask for them.</summary>
public sealed class PhoenixReadTests
{
    [Fact]
    public async Task Projects_AreListedFoundAndScoped()
    {
        await using var host = await HostAsync();

        using var list = await GetAsync(host, "/v1/projects?limit=1&name_contains=PRO");
        var project = Assert.Single(list.RootElement.GetProperty("data").EnumerateArray());
        var id = project.GetProperty("id").GetString()!;
        using var byId = await GetAsync(host, $"/v1/projects/{Uri.EscapeDataString(id)}");
        using var byName = await GetAsync(host, "/v1/projects/project");

        Assert.Equal("project", project.GetProperty("name").GetString());
        Assert.Equal("project", byId.RootElement.GetProperty("data").GetProperty("name").GetString());
        Assert.Equal(id, byName.RootElement.GetProperty("data").GetProperty("id").GetString());
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.OtherKey);
        using var others = await GetAsync(host, "/v1/projects");
        Assert.Empty(others.RootElement.GetProperty("data").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, $"/v1/projects/{Uri.EscapeDataString(id)}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, "/v1/projects/project/spans"));
    }

    [Fact]
    public async Task Spans_PageThroughCursors()
    {
        await using var host = await HostAsync();

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            using var page = await GetAsync(host, $"/v1/projects/project/spans?limit=2{(cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor))}");
            seen.AddRange(page.RootElement.GetProperty("data").EnumerateArray().Select(span => span.GetProperty("context").GetProperty("span_id").GetString()!));
            cursor = page.RootElement.GetProperty("next_cursor").GetString();
        }
        while (cursor is not null);

        Assert.Equal(["0000000000000003", "0000000000000002", "0000000000000001"], seen);
    }

    [Theory]
    [InlineData("span_id=0000000000000001&span_id=0000000000000002", 2)]
    [InlineData("trace_id=5b8efff798038103d269b633813fc60c", 3)]
    [InlineData("parent_id=null", 3)]
    [InlineData("parent_id=0000000000000009", 0)]
    [InlineData("name=chat&name=other", 3)]
    [InlineData("span_kind=UNKNOWN&status_code=UNSET", 3)]
    [InlineData("start_time=2023-11-14T22:13:20Z&end_time=2023-11-14T22:13:21%2B00:00", 3)]
    [InlineData("start_time=2023-11-14T22:13:20.2+00:00", 0)]
    [InlineData("end_time=2023-11-14T22:13:20", 0)]
    [InlineData("attribute=llm.model_name:a/b", 3)]
    [InlineData("attribute=tag.tags:x", 0)]
    public async Task Spans_Filters(string filter, int expected)
    {
        await using var host = await HostAsync();

        using var page = await GetAsync(host, "/v1/projects/project/spans?" + filter);

        Assert.Equal(expected, page.RootElement.GetProperty("data").GetArrayLength());
    }

    [Fact]
    public async Task Span_HasTheDocumentedShape()
    {
        await using var host = await HostAsync();

        using var page = await GetAsync(host, "/v1/projects/project/spans?limit=1");

        var span = page.RootElement.GetProperty("data")[0];
        Assert.Equal(
            ["id", "name", "context", "span_kind", "parent_id", "start_time", "end_time", "status_code", "status_message", "attributes", "events"],
            span.EnumerateObject().Select(member => member.Name));
        Assert.StartsWith("Span:", System.Text.Encoding.UTF8.GetString(span.GetProperty("id").GetBytesFromBase64()), StringComparison.Ordinal);
        Assert.Equal("2023-11-14T22:13:20.123456+00:00", span.GetProperty("start_time").GetString());
        Assert.Equal("""{"llm.model_name":"a/b","tag.tags":["x"]}""", span.GetProperty("attributes").GetRawText());
        Assert.Empty(span.GetProperty("events").EnumerateArray());
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=1001")]
    [InlineData("cursor=xyz")]
    [InlineData("trace_id=1")]
    [InlineData("span_id=zz")]
    [InlineData("parent_id=zz")]
    [InlineData("span_kind=BANANA")]
    [InlineData("status_code=MAYBE")]
    [InlineData("start_time=yesterday")]
    [InlineData("attribute=nocolon")]
    [InlineData("attribute=key:")]
    [InlineData("attribute=:value")]
    [InlineData("attribute=key:[1]")]
    [InlineData("attribute=key:null")]
    public async Task Spans_MalformedParameter_Is422InPlainText(string parameter)
    {
        await using var host = await HostAsync();

        using var response = await host.Client.GetAsync(new Uri("/v1/projects/project/spans?" + parameter, UriKind.Relative));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.NotEqual("", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task NoKey_IsUnauthenticated()
    {
        await using var host = await HostAsync();
        host.Client.DefaultRequestHeaders.Authorization = null;

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, "/v1/projects"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, "/v1/projects/project"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, "/v1/projects/project/spans"));
    }

    private static async Task<TraceHost> HostAsync()
    {
        var host = await TraceHost.StartAsync();
        foreach (var project in new[] { "project", "another" })
        {
            using var request = OtlpHttpTests.Request(OtlpHttpTests.SpanJson([.. Enumerable.Range(project == "project" ? 1 : 7, 3).Select(i => i.ToString("x16"))]), "application/json");
            request.Headers.Add("x-project-name", project);
            using var response = await host.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        return host;
    }

    private static async Task<JsonDocument> GetAsync(TraceHost host, string path) => JsonDocument.Parse(await host.Client.GetStringAsync(new Uri(path, UriKind.Relative)));

    private static async Task<HttpStatusCode> StatusAsync(TraceHost host, string path)
    {
        using var response = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }
}
