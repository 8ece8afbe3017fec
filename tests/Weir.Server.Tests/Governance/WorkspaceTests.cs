using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Governance;

/// <summary>Workspaces, members and budgets over the API.</summary>
public sealed class WorkspaceTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Workspace_LivesFromCreationToDeletion_ByIdAndBySlug()
    {
        var made = await CallAsync(HttpMethod.Post, "/workspaces", 201, """{"name":"Research","slug":"research-1","description":"Of papers"}""");
        var id = made.GetProperty("data").GetProperty("id").GetString();

        _ = await CallAsync(HttpMethod.Patch, "/workspaces/research-1", 200, """{"name":"Science","slug":"science"}""");
        var shown = (await CallAsync(HttpMethod.Get, $"/workspaces/{id}", 200)).GetProperty("data");
        Assert.Equal(("Science", "science", "Of papers"), (shown.GetProperty("name").GetString(), shown.GetProperty("slug").GetString(), shown.GetProperty("description").GetString()));
        _ = await CallAsync(HttpMethod.Get, "/workspaces/research-1", 404);

        var list = await CallAsync(HttpMethod.Get, "/workspaces?limit=1&offset=1", 200);
        Assert.Equal(2, list.GetProperty("total_count").GetInt32());
        Assert.Equal(id, Assert.Single(list.GetProperty("data").EnumerateArray()).GetProperty("id").GetString());

        _ = await CallAsync(HttpMethod.Delete, "/workspaces/science", 200);
        _ = await CallAsync(HttpMethod.Get, $"/workspaces/{id}", 404);
    }

    [Fact]
    public async Task Delete_TheDefaultOrOneWithActiveKeys_IsRefused()
    {
        var made = await CallAsync(HttpMethod.Post, "/workspaces", 201, """{"name":"A","slug":"a"}""");
        var id = made.GetProperty("data").GetProperty("id").GetString();
        var key = await CallAsync(HttpMethod.Post, "/keys", 201, $$"""{"name":"k","workspace_id":"{{id}}"}""");
        var hash = key.GetProperty("data").GetProperty("hash").GetString();
        Assert.Equal(id, key.GetProperty("data").GetProperty("workspace_id").GetString());
        Assert.Single((await CallAsync(HttpMethod.Get, $"/keys?workspace_id={id}", 200)).GetProperty("data").EnumerateArray());

        _ = await CallAsync(HttpMethod.Delete, "/workspaces/default", 403);
        _ = await CallAsync(HttpMethod.Delete, "/workspaces/a", 400);
        _ = await CallAsync(HttpMethod.Patch, $"/keys/{hash}", 200, """{"disabled":true}""");
        _ = await CallAsync(HttpMethod.Delete, "/workspaces/a", 200);
    }

    [Theory]
    [InlineData("""{"slug":"a"}""", 400)]
    [InlineData("""{"name":"A"}""", 400)]
    [InlineData("""{"name":"A","slug":"Not Good"}""", 400)]
    [InlineData("""{"name":"A","slug":"a--b"}""", 400)]
    [InlineData("""{"name":"A","slug":"default"}""", 400)]
    [InlineData("""{"name":"A","slug":"all"}""", 400)]
    [InlineData("""{"name":"A","slug":"a","colour":"red"}""", 400)]
    [InlineData("""{"name":"A","slug":"a","default_text_model":"small"}""", 400)]
    [InlineData("""{"name":"A","slug":"a","default_image_model":7}""", 400)]
    [InlineData("""{"name":"A","slug":"a","default_provider_sort":"cheap"}""", 400)]
    [InlineData("""{"name":"A","slug":"a","is_observability_broadcast_enabled":true}""", 501)]
    [InlineData("""{"name":"A","slug":"a","is_observability_io_logging_enabled":true,"io_logging_sampling_rate":0.5}""", 201)]
    [InlineData("""{"name":"A","slug":"a","is_observability_io_logging_enabled":false,"default_text_model":null,"io_logging_sampling_rate":1}""", 201)]
    public Task Create_IsTakenOrRefusedByName(string body, int status) => CallAsync(HttpMethod.Post, "/workspaces", status, body);

    [Fact]
    public async Task RoutingDefaults_AnswerRequestsThatSayNothing()
    {
        const string Set = """{"default_text_model":"sim/large","default_image_model":"sim/image","default_provider_sort":"price"}""";
        var set = (await CallAsync(HttpMethod.Patch, "/workspaces/default", 200, Set)).GetProperty("data");
        Assert.Equal(("sim/large", "sim/image", "price"), (Text(set, "default_text_model"), Text(set, "default_image_model"), Text(set, "default_provider_sort")));

        Assert.Equal("sim/large", await ModelOf("""{"messages":[{"role":"user","content":"Hi"}]}"""));
        Assert.Equal("sim/small", await ModelOf("""{"model":"sim/small","messages":[{"role":"user","content":"Hi"}]}"""));

        // What a change does not name stays; null takes it back.
        _ = await CallAsync(HttpMethod.Patch, "/workspaces/default", 200, """{"name":"Mine"}""");
        Assert.Equal("sim/large", await ModelOf("""{"messages":[{"role":"user","content":"Hi"}]}"""));
        var taken = (await CallAsync(HttpMethod.Patch, "/workspaces/default", 200, """{"default_text_model":null}""")).GetProperty("data");
        Assert.Equal((null, "sim/image"), (Text(taken, "default_text_model"), Text(taken, "default_image_model")));
        Assert.NotEqual("sim/large", await ModelOf("""{"messages":[{"role":"user","content":"Hi"}]}"""));

        static string? Text(System.Text.Json.JsonElement data, string name) => data.GetProperty(name).GetString();

        async Task<string?> ModelOf(string body)
        {
            using var answer = await _server.SendAsync(HttpMethod.Post, "/api/v1/chat/completions", _server.InferenceKey, body);
            using var json = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            return json.RootElement.TryGetProperty("model", out var model) ? model.GetString() : null;
        }
    }

    [Fact]
    public async Task Budgets_OfLongerWindows_MustAllowMore()
    {
        const string Budgets = "/workspaces/default/budgets";
        var monthly = await CallAsync(HttpMethod.Put, Budgets + "/monthly", 200, """{"limit_usd":100.5}""");
        Assert.Equal("100.5", monthly.GetProperty("data").GetProperty("limit_usd").GetRawText());
        _ = await CallAsync(HttpMethod.Put, Budgets + "/weekly", 400, """{"limit_usd":100.5}""");
        _ = await CallAsync(HttpMethod.Put, Budgets + "/lifetime", 400, """{"limit_usd":100}""");
        _ = await CallAsync(HttpMethod.Put, Budgets + "/lifetime", 200, """{"limit_usd":1000}""");
        _ = await CallAsync(HttpMethod.Put, Budgets + "/daily", 200, """{"limit_usd":5,"include_byok_in_budgets":true}""");
        _ = await CallAsync(HttpMethod.Put, Budgets + "/daily", 400, """{"limit_usd":0}""");
        _ = await CallAsync(HttpMethod.Get, Budgets + "/hourly", 400);
        _ = await CallAsync(HttpMethod.Get, Budgets + "/weekly", 404);

        var list = await CallAsync(HttpMethod.Get, Budgets, 200);
        Assert.True(list.GetProperty("include_byok_in_budgets").GetBoolean());
        Assert.Equal(["daily", "monthly", null], list.GetProperty("data").EnumerateArray().Select(budget => budget.GetProperty("reset_interval").GetString()));
        var again = await CallAsync(HttpMethod.Put, Budgets + "/monthly", 200, """{"limit_usd":50}""");
        Assert.Equal(monthly.GetProperty("data").GetProperty("id").GetString(), again.GetProperty("data").GetProperty("id").GetString());
        _ = await CallAsync(HttpMethod.Delete, Budgets + "/monthly", 200);
        _ = await CallAsync(HttpMethod.Delete, Budgets + "/monthly", 404);
    }

    [Fact]
    public async Task Members_AreAddedOnceAndRemoved()
    {
        const string Members = "/workspaces/default/members";
        var added = await CallAsync(HttpMethod.Post, Members + "/add", 200, """{"user_ids":["ann","bob","ann"]}""");
        var again = await CallAsync(HttpMethod.Post, Members + "/add", 200, """{"user_ids":["bob","cem"]}""");
        Assert.Equal((2, 1), (added.GetProperty("added_count").GetInt32(), again.GetProperty("added_count").GetInt32()));
        Assert.Equal(3, (await CallAsync(HttpMethod.Get, Members + "?limit=1", 200)).GetProperty("total_count").GetInt32());

        _ = await CallAsync(HttpMethod.Post, "/keys", 201, """{"name":"anns","creator_user_id":"ann"}""");
        _ = await CallAsync(HttpMethod.Post, Members + "/remove", 400, """{"user_ids":["ann"]}""");
        var removed = await CallAsync(HttpMethod.Post, Members + "/remove", 200, """{"user_ids":["bob","nobody"]}""");
        Assert.Equal(1, removed.GetProperty("removed_count").GetInt32());
        _ = await CallAsync(HttpMethod.Post, Members + "/add", 400, """{"user_ids":[]}""");
        _ = await CallAsync(HttpMethod.Post, Members + "/add", 400, """{"user_ids":[1]}""");
    }

    [Fact]
    public async Task InferenceKeys_SeeNoneOfIt()
    {
        using var answer = await _server.SendAsync(HttpMethod.Get, "/api/v1/workspaces", _server.InferenceKey);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Changes_AreInTheLog_RefusedOnesWithTheirStatus()
    {
        _ = await CallAsync(HttpMethod.Post, "/workspaces", 201, """{"name":"A","slug":"a"}""");
        _ = await CallAsync(HttpMethod.Get, "/workspaces/a", 200);
        _ = await CallAsync(HttpMethod.Delete, "/workspaces/default", 403);

        var log = (await _server.GetJsonAsync("/api/weir/audit?limit=2", _server.ManagementKey)).GetProperty("data").EnumerateArray().ToArray();

        Assert.Equal(
            [("DELETE", "/api/v1/workspaces/default", 403), ("POST", "/api/v1/workspaces", 201)],
            log.Select(line => (line.GetProperty("method").GetString()!, line.GetProperty("path").GetString()!, line.GetProperty("status").GetInt32())));
        Assert.All(log, line => Assert.StartsWith("sk-or-v1-", line.GetProperty("actor").GetString(), StringComparison.Ordinal));
    }

    private async Task<JsonElement> CallAsync(HttpMethod method, string path, int status, string? body = null)
    {
        using var answer = await _server.SendAsync(method, "/api/v1" + path, _server.ManagementKey, body);
        var json = await TestServer.ReadJsonAsync(answer);
        Assert.True(status == (int)answer.StatusCode, $"{method} {path} answered {(int)answer.StatusCode}: {json}");
        return json;
    }
}
