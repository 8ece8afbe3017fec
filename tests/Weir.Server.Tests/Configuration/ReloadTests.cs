using System.Net;
using Microsoft.AspNetCore.Http;
using Weir.Server.Tests.Console;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Configuration;

/// <summary>A running server and the edits of its <c>weir.json</c>.</summary>
public sealed class ReloadTests
{
    private const string Secret = "a secret wish";
    private const string Chat = $$"""{"model":"acme/small","messages":[{"role":"user","content":"{{Secret}}"}]}""";
    private const string Streamed = """{"model":"acme/small","stream":true,"messages":[{"role":"user","content":"hi"}]}""";

    [Fact]
    public async Task Price_AppliesToTheNextCall_AndAStreamUnderWayEndsAtItsOwn()
    {
        var gate = new TaskCompletionSource();
        await using var upstream = await FakeUpstream.StartAsync(context => IsStreamed(context) ? HeldStreamAsync(context, gate.Task) : FakeUpstream.Json(200, Chunks.Completion)(context));
        var config = TestServer.Config("", upstream.BaseUrl).Replace("\"idle_ms\": 2000", "\"idle_ms\": 60000", StringComparison.Ordinal);
        await using var server = await TestServer.StartAsync(config);
        using var underWay = await server.ChatAsync(Streamed);

        await server.ApplyAsync(config.Replace("\"0.000002\"", "\"0.00002\"", StringComparison.Ordinal));
        using var next = await server.ChatAsync(Chat);
        gate.SetResult();
        var (events, hasEnd) = await Sse.ReadAsync(underWay);

        Assert.True(hasEnd);
        Assert.Equal("Hello world", Sse.Text(events));
        Assert.Equal(0.000018m, (await server.GenerationOfAsync(underWay)).GetProperty("total_cost").GetDecimal());
        Assert.Equal(0.00009m, (await server.GenerationOfAsync(next)).GetProperty("total_cost").GetDecimal());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task BrokenEdit_IsReportedWithAllItsErrors_AndTheLastGoodOneStaysUntilItIsMended(bool inPlace)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        var config = TestServer.Config("", upstream.BaseUrl);
        await using var server = await TestServer.StartAsync(config);
        Task WriteAsync(string content) => inPlace ? server.WriteInPlaceAsync(content) : server.RenameOverAsync(content);

        await WriteAsync(config.Replace("\"defaults\"", "\"default\"", StringComparison.Ordinal).Replace("\"name\": \"Acme: Small\"", "\"name\": 5", StringComparison.Ordinal));
        await Wait.UntilAsync(async () => (await server.ConfigErrorsAsync()).Length == 2, "The errors were not reported.");
        var errors = await server.ConfigErrorsAsync();
        using var meanwhile = await server.ChatAsync("""{"messages":[{"role":"user","content":"by the default model of before"}]}""");
        await WriteAsync("{ \"providers\": ");
        await Wait.UntilAsync(async () => await server.ConfigErrorsAsync() is [var error] && error.Contains("not valid JSON", StringComparison.Ordinal), "The half file was not reported.");
        await WriteAsync(config.Replace("acme/small", "acme/mended", StringComparison.Ordinal));
        await Wait.UntilAsync(async () => (await server.ConfigErrorsAsync()).Length == 0, "The mended file was not read.");

        Assert.Contains(errors, error => error.Contains("did you mean \"defaults\"", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Contains("name: must be a text", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, meanwhile.StatusCode);
        using var mended = await server.ChatAsync("""{"model":"acme/mended","messages":[{"role":"user","content":"hi"}]}""");
        Assert.Equal(HttpStatusCode.OK, mended.StatusCode);
        using var gone = await server.ChatAsync(Chat);
        Assert.Equal(HttpStatusCode.BadRequest, gone.StatusCode);
    }

    [Fact]
    public async Task FileThatDisappears_IsReported_AndNothingChanges()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);

        File.Delete(Path.Combine(server.Folder, "weir.json"));
        await Wait.UntilAsync(async () => await server.ConfigErrorsAsync() is [var error] && error.Contains("cannot be read", StringComparison.Ordinal), "It was not missed.");
        using var response = await server.ChatAsync(Chat);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var forCallers = (await server.GetJsonAsync("/api/weir/status")).GetProperty("data");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, forCallers.GetProperty("config").ValueKind);
    }

    [Fact]
    public async Task KeyAndProviders_AreThoseOfTheNewFile()
    {
        await using var first = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var second = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(first);

        await server.ApplyAsync(TestServer.Config("", first.BaseUrl).Replace("acme-secret-credential", "the-next-key", StringComparison.Ordinal));
        using var withKey = await server.ChatAsync(Chat);
        await server.ApplyAsync(TestServer.Config("", second.BaseUrl));
        using var elsewhere = await server.ChatAsync(Chat);

        Assert.Equal("Bearer the-next-key", Assert.Single(first.Requests).Headers["Authorization"]);
        Assert.Equal("Bearer acme-secret-credential", Assert.Single(second.Requests).Headers["Authorization"]);
    }

    [Fact]
    public async Task Provider_ThatAppearsLater_TakesOverFromTheSimulator_AndBack()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await StartWithoutFileAsync();

        using var simulated = await server.ChatAsync("""{"model":"sim/small","messages":[{"role":"user","content":"hi"}]}""");
        await server.ApplyAsync(TestServer.Config("", upstream.BaseUrl));
        using var real = await server.ChatAsync(Chat);
        using var noMore = await server.ChatAsync("""{"model":"sim/small","messages":[{"role":"user","content":"hi"}]}""");
        await server.ApplyAsync("{}");
        using var again = await server.ChatAsync("""{"model":"sim/small","messages":[{"role":"user","content":"hi"}]}""");

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.OK],
            new[] { simulated, real, noMore, again }.Select(response => response.StatusCode));
        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task ServerWithProviders_ThatLosesThem_StartsTheSimulator()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);

        await server.ApplyAsync("{}");
        using var response = await server.ChatAsync("""{"model":"sim/small","messages":[{"role":"user","content":"hi"}]}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(upstream.Requests);
    }

    [Fact]
    public async Task Durability_TakesEffectAfterARestart_AndTheRestAtOnce()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        var config = TestServer.Config("", upstream.BaseUrl);
        await using var server = await TestServer.StartAsync(config);

        await server.ApplyAsync(config.Replace("\"defaults\"", "\"durability\": \"os\", \"defaults\"", StringComparison.Ordinal).Replace("acme/small", "acme/other", StringComparison.Ordinal));
        var changed = (await server.ConfigStatusAsync()).GetProperty("after_restart").EnumerateArray().Select(key => key.GetString()!).ToArray();
        using var response = await server.ChatAsync("""{"model":"acme/other","messages":[{"role":"user","content":"hi"}]}""");
        await server.ApplyAsync(config);
        var changedBack = (await server.ConfigStatusAsync()).GetProperty("after_restart").EnumerateArray().Count();

        Assert.Equal(["durability"], changed);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, changedBack);
    }

    [Fact]
    public async Task SettingsBesideTheCatalogue_AreTakenToo()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        var config = TestServer.Config("", upstream.BaseUrl);
        await using var server = await TestServer.StartAsync(config);
        using var page = await ConsolePage.SignedInAsync(server);
        Assert.Equal(HttpStatusCode.Unauthorized, await SendSpansAsync(server));
        Assert.Equal(HttpStatusCode.Forbidden, await AskConsoleAsync(page));
        Assert.Contains(Secret, await SpansOfACallAsync(server, 1), StringComparison.Ordinal);

        await server.ApplyAsync(config.Replace(
            "\"defaults\"",
            """ "traces": { "anonymous": true, "bodies": false }, "console": { "hosts": ["weir.example.com"] }, "defaults" """,
            StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, await SendSpansAsync(server));
        Assert.Equal(HttpStatusCode.OK, await AskConsoleAsync(page));
        Assert.DoesNotContain(Secret, await SpansOfACallAsync(server, 2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_ThatIsAdded_IsPolled()
    {
        await using var source = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Catalogue.ImportTests.Document(Catalogue.ImportTests.Row("polled-1", "0.000001"))));
        var config = TestServer.Config("", source.BaseUrl);
        await using var server = await TestServer.StartAsync(config);

        await server.ApplyAsync(config.Replace(
            "\"defaults\"",
            $$""" "catalog": { "import": [ { "url": "{{source.BaseUrl}}/models", "provider": "acme0" } ] }, "defaults" """,
            StringComparison.Ordinal));

        await Wait.UntilAsync(
            async () => (await server.GetJsonAsync("/api/v1/models")).GetProperty("data").EnumerateArray().Any(model => model.GetProperty("id").GetString() == "acme0/polled-1"),
            "The document was not imported.");
        Assert.Single(source.Requests);
    }

    private static Task<TestServer> StartWithoutFileAsync() => TestServer.StartAsync(config: null, adjust: options => options with
    {
        ConfigFile = Path.Combine(Path.GetDirectoryName(options.DataFolder)!, "weir.json"),
        IsConfigFileRequired = false,
    });

    private static bool IsStreamed(HttpContext context) => context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.Ordinal);

    private static async Task HeldStreamAsync(HttpContext context, Task gate)
    {
        await FakeUpstream.Events(Chunks.Role, Chunks.Text("Hello"))(context);
        await gate;
        await FakeUpstream.Events(Chunks.Text(" world"), Chunks.Stop, Chunks.Usage, Chunks.Done)(context);
    }

    private static async Task<string> SpansOfACallAsync(TestServer server, int trace)
    {
        using var response = await server.ChatAsync(Chat, headers: ("traceparent", $"00-{Traces.Otlp.TraceId(trace)}-00f067aa0ba902b7-01"));
        return string.Concat((await server.SpansAsync(Traces.Otlp.TraceId(trace), 1)).Select(span => span.GetRawText()));
    }

    private static async Task<HttpStatusCode> SendSpansAsync(TestServer server)
    {
        using var response = await server.SendAsync(HttpMethod.Post, "/v1/traces", key: null, """{"resourceSpans":[]}""");
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> AskConsoleAsync(ConsolePage page)
    {
        using var response = await page.SendAsync(HttpMethod.Get, "/console/api/v1/keys", request => request.Headers.Host = "weir.example.com");
        return response.StatusCode;
    }
}
