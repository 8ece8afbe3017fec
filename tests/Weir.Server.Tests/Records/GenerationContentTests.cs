using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;
using static Weir.Server.Tests.Records.RecordsServer;

namespace Weir.Server.Tests.Records;

/// <summary>Prompts and answers: kept only where somebody says so, and shown only to who may see them.</summary>
public sealed class GenerationContentTests : IAsyncLifetime
{
    private const string On = """{"is_observability_io_logging_enabled":true}""";

    private const string Management = "sk-or-v1-00000000000000000000000000000000000000000000000000000000000000aa";

    private FakeUpstream _upstream = null!;
    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        _server = await TestServer.StartAsync(_upstream);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Fact]
    public async Task Content_IsNotKept_UnlessTheWorkspaceSaysSo()
    {
        var before = await AskAsync(_server, Chat("secret"));
        await SwitchAsync(On);
        var kept = await AskAsync(_server, Chat("said"));
        await SwitchAsync("""{"is_observability_io_logging_enabled":false}""");
        var after = await AskAsync(_server, Chat("secret"));

        var content = await ContentAsync(kept);
        Assert.Equal("said", content.GetProperty("input").GetProperty("messages")[0].GetProperty("content").GetString());
        Assert.Equal("Hello world", content.GetProperty("output").GetProperty("completion").GetString());
        Assert.Equal(JsonValueKind.Null, content.GetProperty("output").GetProperty("reasoning").ValueKind);
        Assert.Equal(JsonValueKind.Null, content.GetProperty("error").ValueKind);
        _ = await CallAsync(_server, HttpMethod.Get, $"/generation/content?id={before}", 404);
        _ = await CallAsync(_server, HttpMethod.Get, $"/generation/content?id={after}", 404);
        _ = await CallAsync(_server, HttpMethod.Get, "/generation/content?id=gen-none", 404);
        _ = await CallAsync(_server, HttpMethod.Get, "/generation/content", 400);
    }

    [Fact]
    public async Task Content_OfAnotherKey_IsForManagementKeysOnly()
    {
        await SwitchAsync(On);
        var workspace = (await CallAsync(_server, HttpMethod.Post, "/workspaces", 201, """{"name":"A","slug":"a"}""")).GetProperty("data").GetProperty("id").GetString();
        var other = await MakeKeyAsync(_server, "other");
        var stranger = await MakeKeyAsync(_server, "stranger", $$""","workspace_id":"{{workspace}}" """);
        var id = await AskAsync(_server, Chat(), other.Key);

        _ = await ContentAsync(id);
        _ = await CallAsync(_server, HttpMethod.Get, $"/generation/content?id={id}", 200, key: other.Key);
        _ = await CallAsync(_server, HttpMethod.Get, $"/generation/content?id={id}", 403, key: _server.InferenceKey);
        _ = await CallAsync(_server, HttpMethod.Get, $"/generation/content?id={id}", 404, key: stranger.Key);
        _ = await CallAsync(_server, HttpMethod.Get, $"/generation/content?id={id}", 401, key: "wrong");
    }

    [Fact]
    public async Task Content_OfARequestForZeroRetention_IsNeverKept_OfABanOnCollectionItIs()
    {
        await SwitchAsync(On);
        await using var server = await TestServer.StartAsync(_upstream, ", \"data_policy\": { \"training\": false, \"retains_prompts\": false, \"retention_days\": 0, \"zdr\": true }");
        _ = await CallAsync(server, HttpMethod.Patch, "/workspaces/default", 200, On);
        var zdr = await AskAsync(server, Chat("secret", ""","provider":{"zdr":true}"""));
        var denied = await AskAsync(server, Chat("said", ""","provider":{"data_collection":"deny"}"""));

        _ = await ContentAsync(denied, server);
        _ = await CallAsync(server, HttpMethod.Get, $"/generation/content?id={zdr}", 404);
        Assert.Equal(200, (await CallAsync(server, HttpMethod.Get, $"/generation?id={zdr}", 200)).GetProperty("data").GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Content_OfNamedKeysAndAShare_IsKeptOfThoseAlone()
    {
        var named = await MakeKeyAsync(_server, "named");
        await SwitchAsync($$"""{"is_observability_io_logging_enabled":true,"io_logging_api_key_ids":[{{named.Id}}]}""");
        var others = await AskAsync(_server, Chat());
        _ = await ContentAsync(await AskAsync(_server, Chat(), named.Key));
        _ = await CallAsync(_server, HttpMethod.Get, $"/generation/content?id={others}", 404);

        await SwitchAsync("""{"io_logging_api_key_ids":null,"io_logging_sampling_rate":0.5}""");
        var sessions = await Task.WhenAll(Enumerable.Range(0, 24).Select(async index =>
        {
            var session = $$""","session_id":"s{{index}}" """;
            return (First: await AskAsync(_server, Chat("a", session)), Second: await AskAsync(_server, Chat("b", session)));
        }));
        _ = await ContentAsync(await LastKeptAsync());

        var kept = 0;
        foreach (var (first, second) in sessions)
        {
            Assert.Equal(await IsKeptAsync(first), await IsKeptAsync(second));
            kept += await IsKeptAsync(first) ? 1 : 0;
        }

        Assert.InRange(kept, 2, 22);
    }

    [Fact]
    public async Task Content_OfAFailure_SaysWhatEachProviderSaid()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(400, """{"error":{"message":"too hot","code":"temp"}}"""));
        await using var server = await TestServer.StartAsync(TestServer.Config("", upstream.BaseUrl));
        _ = await CallAsync(server, HttpMethod.Patch, "/workspaces/default", 200, On);
        var id = await AskAsync(server, Chat("said"));

        var content = await ContentAsync(id, server);
        var error = content.GetProperty("error");
        Assert.Equal((400, "Acme 0"), (error.GetProperty("status").GetInt32(), error.GetProperty("provider_name").GetString()));
        Assert.Contains("too hot", error.GetProperty("raw").GetString(), StringComparison.Ordinal);
        Assert.Empty(error.GetProperty("previous_errors").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, content.GetProperty("output").GetProperty("completion").ValueKind);
    }

    [Fact]
    public async Task Content_ThatIsTooLong_IsCutAndSaysSo()
    {
        await SwitchAsync(On);
        var text = new string('x', 600_000) + "\\ud83d\\ude00";
        var picture = "data:image/png;base64," + new string('A', 10_000);
        var id = await AskAsync(_server, $$"""{"model":"acme/small","messages":[{"role":"system","content":"short"},{"role":"user","content":"{{text}}","picture":"{{picture}}"}]}""");

        var content = await ContentAsync(id);

        Assert.True(content.GetProperty("cut").GetBoolean());
        var messages = content.GetProperty("input").GetProperty("messages");
        Assert.Equal("short", messages[0].GetProperty("content").GetString());
        Assert.Contains("bytes cut]", messages[1].GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.InRange(messages[1].GetProperty("content").GetString()!.Length, 10_000, 100_000);
        Assert.StartsWith("data:image/png;base64,AAA", messages[1].GetProperty("picture").GetString(), StringComparison.Ordinal);
        Assert.InRange(messages[1].GetProperty("picture").GetString()!.Length, 64, 200);
    }

    [Theory]
    [InlineData("""{"io_logging_sampling_rate":0}""")]
    [InlineData("""{"io_logging_sampling_rate":1.5}""")]
    [InlineData("""{"io_logging_api_key_ids":["a"]}""")]
    [InlineData("""{"io_logging_api_key_ids":7}""")]
    public Task Policy_ThatIsNone_IsRefused(string body) => CallAsync(_server, HttpMethod.Patch, "/workspaces/default", 400, body);

    [Fact]
    public async Task Policy_StaysAfterARestart()
    {
        var folder = Directory.CreateTempSubdirectory("weir-test-").FullName;
        try
        {
            await using (var first = await TestServer.StartAsync(null, folder, environment: name => name == "WEIR_MANAGEMENT_KEY" ? Management : null))
            {
                _ = await CallAsync(first, HttpMethod.Patch, "/workspaces/default", 200, """{"is_observability_io_logging_enabled":true,"io_logging_sampling_rate":0.25,"io_logging_api_key_ids":[1,2]}""", Management);
            }

            await using var second = await TestServer.StartAsync(null, folder, environment: name => name == "WEIR_MANAGEMENT_KEY" ? Management : null);
            var shown = (await CallAsync(second, HttpMethod.Get, "/workspaces/default", 200, key: Management)).GetProperty("data");

            Assert.True(shown.GetProperty("is_observability_io_logging_enabled").GetBoolean());
            Assert.Equal("0.25", shown.GetProperty("io_logging_sampling_rate").GetRawText());
            Assert.Equal("[1,2]", shown.GetProperty("io_logging_api_key_ids").GetRawText());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Task<JsonElement> SwitchAsync(string body) => CallAsync(_server, HttpMethod.Patch, "/workspaces/default", 200, body);

    // Contents follow their generations: a kept one of later proves that all before it are stored.
    private async Task<string> LastKeptAsync()
    {
        await SwitchAsync("""{"io_logging_sampling_rate":1}""");
        return await AskAsync(_server, Chat("last"));
    }

    private async Task<bool> IsKeptAsync(string id)
    {
        using var answer = await _server.SendAsync(HttpMethod.Get, $"/api/v1/generation/content?id={id}", _server.ManagementKey);
        return answer.IsSuccessStatusCode;
    }

    // Contents follow their generations in the background.
    private async Task<JsonElement> ContentAsync(string id, TestServer? server = null)
    {
        for (var tries = 0; ; tries++)
        {
            using var answer = await (server ?? _server).SendAsync(HttpMethod.Get, $"/api/v1/generation/content?id={id}", (server ?? _server).ManagementKey);
            if (answer.IsSuccessStatusCode)
            {
                return (await TestServer.ReadJsonAsync(answer)).GetProperty("data");
            }

            Assert.True(tries < 300, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
