using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Governance;

/// <summary>Guardrails over the API: what they are, and to whom they are assigned.</summary>
public sealed class GuardrailTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Guardrail_LivesFromCreationToDeletion()
    {
        var made = await CallAsync(HttpMethod.Post, "/guardrails", 201, """
            {"name":"Prod","description":"d","limit_usd":12.5,"reset_interval":"weekly","allowed_models":["SIM/small","later/model"],"ignored_providers":["later"],"enforce_zdr":true,
             "enforce_zdr_openai":false,"enable_paid_model_training":false,"content_filters":[{"pattern":"\\bsk-\\d+","action":"redact","label":"KEY"}],
             "content_filter_builtins":[{"slug":"email","action":"redact","label":"mine"},{"slug":"regex-prompt-injection","action":"flag"}]}
            """);
        var data = made.GetProperty("data");
        var id = data.GetProperty("id").GetString();
        Assert.Equal("""["sim/small","later/model"]""", data.GetProperty("allowed_models").GetRawText());
        Assert.Equal((JsonValueKind.Null, true, false), (data.GetProperty("enforce_zdr").ValueKind, data.GetProperty("enforce_zdr_xai").GetBoolean(), data.GetProperty("enforce_zdr_openai").GetBoolean()));
        Assert.Equal(
            """[{"slug":"email","action":"redact","label":"[EMAIL]"},{"slug":"regex-prompt-injection","action":"flag","label":"[PROMPT_INJECTION]","scan_scope":"all_messages"}]""",
            data.GetProperty("content_filter_builtins").GetRawText());

        var changed = (await CallAsync(HttpMethod.Patch, $"/guardrails/{id}", 200, """{"name":"Next","limit_usd":null,"allowed_models":null,"enforce_zdr":false}""")).GetProperty("data");
        Assert.Equal(("Next", "d", JsonValueKind.Null, "weekly"), (changed.GetProperty("name").GetString(), changed.GetProperty("description").GetString(), changed.GetProperty("limit_usd").ValueKind, changed.GetProperty("reset_interval").GetString()));
        Assert.False(changed.GetProperty("enforce_zdr").GetBoolean());
        Assert.Single(changed.GetProperty("content_filters").EnumerateArray());

        Assert.Equal(1, (await CallAsync(HttpMethod.Get, "/guardrails", 200)).GetProperty("total_count").GetInt32());
        _ = await CallAsync(HttpMethod.Delete, $"/guardrails/{id}", 200);
        _ = await CallAsync(HttpMethod.Get, $"/guardrails/{id}", 404);
        _ = await CallAsync(HttpMethod.Delete, $"/guardrails/{id}", 404);
        _ = await CallAsync(HttpMethod.Patch, $"/guardrails/{id}", 404, "{}");
    }

    [Theory]
    [InlineData("""{}""", 400, "'name' is missing")]
    [InlineData("""{"name":"a","allowed_models":[]}""", 400, "'allowed_models' must be a list of 1")]
    [InlineData("""{"name":"a","reset_interval":"hourly"}""", 400, "daily, weekly, monthly")]
    [InlineData("""{"name":"a","limit_usd":-1}""", 400, "0 or more")]
    [InlineData("""{"name":"a","colour":1}""", 400, "cannot be set")]
    [InlineData("""{"name":"a","workspace_id":"none"}""", 400, "no workspace")]
    [InlineData("""{"name":"a","content_filters":[{"pattern":"(a+)+","action":"block"}]}""", 400, "invalid_regex_pattern")]
    [InlineData("""{"name":"a","content_filters":[{"pattern":"a(?=b)","action":"block"}]}""", 400, "lookaround")]
    [InlineData("""{"name":"a","content_filters":[{"pattern":"a"}]}""", 400, "'action' of a content filter is missing")]
    [InlineData("""{"name":"a","content_filters":[1]}""", 400, "must hold objects")]
    [InlineData("""{"name":"a","content_filter_builtins":[{"slug":"iban","action":"block"}]}""", 400, "no content filter 'iban'")]
    [InlineData("""{"name":"a","content_filter_builtins":[{"slug":"person-name","action":"block"}]}""", 501, "person-name")]
    [InlineData("""{"name":"a","content_filter_builtins":[{"slug":"address","action":"redact"}]}""", 501, "address")]
    [InlineData("""{"name":"a","content_filter_builtins":[{"slug":"email","action":"flag"},{"slug":"email","action":"block"}]}""", 400, "more than once")]
    [InlineData("""{"name":"a","content_filter_builtins":[{"slug":"email","action":"erase"}]}""", 400, "redact, block or flag")]
    public async Task Create_WhatIsWrong_IsRefusedByName(string body, int status, string reason)
    {
        var answer = await CallAsync(HttpMethod.Post, "/guardrails", status, body);

        Assert.Contains(reason, answer.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, (await CallAsync(HttpMethod.Get, "/guardrails", 200)).GetProperty("total_count").GetInt32());
    }

    [Fact]
    public async Task DefaultOfAWorkspace_IsThereUnwritten_AndIsMadeByTheFirstChange()
    {
        var workspace = (await CallAsync(HttpMethod.Get, "/workspaces/default", 200)).GetProperty("data");
        var id = workspace.GetProperty("default_guardrail_id").GetString();

        var unwritten = (await CallAsync(HttpMethod.Get, $"/guardrails/{id}", 200)).GetProperty("data");
        Assert.Equal($"Workspace {workspace.GetProperty("id").GetString()} Default", unwritten.GetProperty("name").GetString());
        Assert.Equal(0, (await CallAsync(HttpMethod.Get, "/guardrails", 200)).GetProperty("total_count").GetInt32());
        _ = await CallAsync(HttpMethod.Patch, $"/guardrails/{id}", 200, """{"allowed_providers":["nobody"]}""");

        Assert.Equal(1, (await CallAsync(HttpMethod.Get, "/guardrails", 200)).GetProperty("total_count").GetInt32());
        using var refused = await _server.ChatAsync("""{"model":"sim/small","messages":[{"role":"user","content":"Hi"}]}""");
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(0, (await _server.GetJsonAsync("/api/v1/models/user")).GetProperty("data").GetArrayLength());

        _ = await CallAsync(HttpMethod.Delete, $"/guardrails/{id}", 200);
        using var served = await _server.ChatAsync("""{"model":"sim/small","messages":[{"role":"user","content":"Hi"}]}""");
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
        Assert.NotEqual(0, (await _server.GetJsonAsync("/api/v1/models/user")).GetProperty("data").GetArrayLength());
    }

    [Fact]
    public async Task List_IsOfOneWorkspace_OrOfAll()
    {
        var workspace = (await CallAsync(HttpMethod.Post, "/workspaces", 201, """{"name":"R","slug":"r"}""")).GetProperty("data").GetProperty("id").GetString();
        _ = await MakeAsync("ours");
        _ = await CallAsync(HttpMethod.Post, "/guardrails", 201, $$"""{"name":"theirs","workspace_id":"{{workspace}}"}""");

        Assert.Equal(["ours"], await NamesAsync(""));
        Assert.Equal(["theirs"], await NamesAsync("?workspace_id=r"));
        Assert.Equal(["ours", "theirs"], await NamesAsync("?workspace_id=all"));
        _ = await CallAsync(HttpMethod.Get, "/guardrails?workspace_id=none", 400);

        async Task<string[]> NamesAsync(string query) =>
            [.. (await CallAsync(HttpMethod.Get, "/guardrails" + query, 200)).GetProperty("data").EnumerateArray().Select(row => row.GetProperty("name").GetString()!).Order()];
    }

    [Fact]
    public async Task Assignments_ReplaceAndGoWithTheirKey()
    {
        var (first, second) = (await MakeAsync("first"), await MakeAsync("second"));
        var key = (await CallAsync(HttpMethod.Post, "/keys", 201, """{"name":"k"}""")).GetProperty("data").GetProperty("hash").GetString();
        var hashes = $$"""{"key_hashes":["{{key}}","{{key}}"]}""";

        Assert.Equal(1, (await CallAsync(HttpMethod.Post, $"/guardrails/{first}/assignments/keys", 200, hashes)).GetProperty("assigned_count").GetInt32());
        _ = await CallAsync(HttpMethod.Post, $"/guardrails/{second}/assignments/keys", 200, hashes);
        var only = Assert.Single((await CallAsync(HttpMethod.Get, "/guardrails/assignments/keys", 200)).GetProperty("data").EnumerateArray());
        Assert.Equal((second, "k"), (only.GetProperty("guardrail_id").GetString(), only.GetProperty("key_name").GetString()));
        Assert.Equal(0, (await CallAsync(HttpMethod.Get, $"/guardrails/{first}/assignments/keys", 200)).GetProperty("total_count").GetInt32());
        Assert.Equal(0, (await CallAsync(HttpMethod.Post, $"/guardrails/{first}/assignments/keys/remove", 200, hashes)).GetProperty("unassigned_count").GetInt32());

        _ = await CallAsync(HttpMethod.Delete, $"/keys/{key}", 200);
        Assert.Equal(0, (await CallAsync(HttpMethod.Get, $"/guardrails/{second}/assignments/keys", 200)).GetProperty("total_count").GetInt32());
    }

    [Fact]
    public async Task Assignments_OfMembers_AndOfKeysThatAreNotThere()
    {
        var guardrail = await MakeAsync("one");
        Assert.Equal(2, (await CallAsync(HttpMethod.Post, $"/guardrails/{guardrail}/assignments/members", 200, """{"member_user_ids":["ann","bob"]}""")).GetProperty("assigned_count").GetInt32());
        Assert.Equal(2, (await CallAsync(HttpMethod.Get, "/guardrails/assignments/members?limit=1", 200)).GetProperty("total_count").GetInt32());
        Assert.Equal(1, (await CallAsync(HttpMethod.Post, $"/guardrails/{guardrail}/assignments/members/remove", 200, """{"member_user_ids":["ann","cem"]}""")).GetProperty("unassigned_count").GetInt32());

        _ = await CallAsync(HttpMethod.Post, $"/guardrails/{guardrail}/assignments/keys", 400, """{"key_hashes":["00"]}""");
        _ = await CallAsync(HttpMethod.Post, $"/guardrails/{guardrail}/assignments/keys", 400, """{"key_hashes":[]}""");
        _ = await CallAsync(HttpMethod.Post, $"/guardrails/{Guid.Empty}/assignments/keys", 404, """{"key_hashes":["00"]}""");
        _ = await CallAsync(HttpMethod.Delete, $"/guardrails/{guardrail}", 200);
        Assert.Equal(0, (await CallAsync(HttpMethod.Get, "/guardrails/assignments/members", 200)).GetProperty("total_count").GetInt32());
    }

    [Fact]
    public async Task DeletedWorkspace_TakesItsGuardrailsAlong_AndKeysOfAnotherAreNotAssigned()
    {
        var workspace = (await CallAsync(HttpMethod.Post, "/workspaces", 201, """{"name":"A","slug":"a"}""")).GetProperty("data").GetProperty("id").GetString();
        var guardrail = await MakeAsync("one", $",\"workspace_id\":\"{workspace}\"");
        var key = (await CallAsync(HttpMethod.Post, "/keys", 201, """{"name":"k"}""")).GetProperty("data").GetProperty("hash").GetString();
        _ = await CallAsync(HttpMethod.Post, $"/guardrails/{guardrail}/assignments/keys", 400, $$"""{"key_hashes":["{{key}}"]}""");
        Assert.Equal(1, (await CallAsync(HttpMethod.Get, $"/guardrails?workspace_id={workspace}", 200)).GetProperty("total_count").GetInt32());

        _ = await CallAsync(HttpMethod.Delete, "/workspaces/a", 200);

        _ = await CallAsync(HttpMethod.Get, $"/guardrails/{guardrail}", 404);
    }

    private async Task<string> MakeAsync(string name, string more = "") =>
        (await CallAsync(HttpMethod.Post, "/guardrails", 201, $$"""{"name":"{{name}}"{{more}}}""")).GetProperty("data").GetProperty("id").GetString()!;

    private async Task<JsonElement> CallAsync(HttpMethod method, string path, int status, string? body = null)
    {
        using var answer = await _server.SendAsync(method, "/api/v1" + path, _server.ManagementKey, body);
        var json = await TestServer.ReadJsonAsync(answer);
        Assert.True(status == (int)answer.StatusCode, $"{method} {path} answered {(int)answer.StatusCode}: {json}");
        return json;
    }
}
