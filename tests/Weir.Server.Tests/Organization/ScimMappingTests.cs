using System.Text.Json;
using Weir.Server.Tests.Contract;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Organization;

/// <summary>Groups of the identity provider and what they give, over the API, against the document.</summary>
public sealed class ScimMappingTests : IAsyncLifetime
{
    private const string Groups = "/scim/groups";
    private const string Mappings = "/scim/group-mappings";
    private const string Mapping = Mappings + "/{id}";

    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task MembersAndMappings_AnswerAsTheDocumentSays()
    {
        var check = new ContractCheck(ContractDocument.Open());
        using var member = await Member.SignInAsync(_server, "ann@example.com");
        var (group, workspace) = await GroupAndWorkspaceAsync(member.Id);
        var body = $$"""{"scim_group_id":"{{group}}","workspace_id":"{{workspace}}","role":"admin"}""";

        _ = await CallAsync(check, "get", "/organization/members", "/organization/members?limit=1", 200);
        _ = await CallAsync(check, "get", "/organization/members", "/organization/members", 401, key: "wrong");
        _ = await CallAsync(check, "get", "/organization/members", "/organization/members", 403, key: _server.InferenceKey);
        Assert.Equal(1, (await CallAsync(check, "get", Groups, Groups, 200)).GetProperty("total_count").GetInt32());
        var made = await CallAsync(check, "post", Mappings, Mappings, 201, body);
        var id = made.GetProperty("data").GetProperty("id").GetString();
        _ = await CallAsync(check, "post", Mappings, Mappings, 409, body);
        _ = await CallAsync(check, "post", Mappings, Mappings, 400, body.Replace("admin", "owner", StringComparison.Ordinal));
        _ = await CallAsync(check, "post", Mappings, Mappings, 404, body.Replace(group, Guid.Empty.ToString(), StringComparison.Ordinal));
        _ = await CallAsync(check, "get", Mappings, Mappings, 200);
        _ = await CallAsync(check, "get", Mapping, $"{Mappings}/{id}", 200);
        _ = await CallAsync(check, "get", Mapping, $"{Mappings}/none", 404);
        _ = await CallAsync(check, "patch", Mapping, $"{Mappings}/{id}", 200, """{"role":"member"}""");
        _ = await CallAsync(check, "patch", Mapping, $"{Mappings}/{id}", 400, """{"role":"member","workspace_id":"x"}""");
        _ = await CallAsync(check, "delete", Mapping, $"{Mappings}/{id}", 400);
        _ = await CallAsync(check, "delete", Mapping, $"{Mappings}/{id}?keep_members=yes", 400);
        _ = await CallAsync(check, "delete", Mapping, $"{Mappings}/{id}?keep_members=false", 200);
        _ = await CallAsync(check, "delete", Mapping, $"{Mappings}/{id}?keep_members=false", 404);

        Assert.True(check.Violations.Count == 0, string.Join('\n', check.Violations));
    }

    [Fact]
    public async Task MemberThroughAGroup_IsNotRemovedByHand_AndStaysOrGoesWithTheMapping()
    {
        using var member = await Member.SignInAsync(_server, "ann@example.com");
        var (group, workspace) = await GroupAndWorkspaceAsync(member.Id);
        var check = new ContractCheck(ContractDocument.Open());
        var made = await CallAsync(check, "post", Mappings, Mappings, 201, $$"""{"scim_group_id":"{{group}}","workspace_id":"{{workspace}}","role":"admin"}""");
        var id = made.GetProperty("data").GetProperty("id").GetString();

        Assert.Equal(200, (await member.CallAsync(HttpMethod.Patch, $"/api/v1/workspaces/{workspace}", """{"description":"by its admin"}""")).Status);
        _ = await CallAsync(check, "post", "/workspaces/{id}/members/remove", $"/workspaces/{workspace}/members/remove", 400, $$"""{"user_ids":["{{member.Id}}"]}""");
        _ = await CallAsync(check, "post", "/workspaces/{id}/members/remove", "/workspaces/default/members/remove", 400, $$"""{"user_ids":["{{member.Id}}"]}""");
        _ = await CallAsync(check, "delete", Mapping, $"{Mappings}/{id}?keep_members=true", 200);
        Assert.Equal(200, (await member.CallAsync(HttpMethod.Get, $"/api/v1/workspaces/{workspace}")).Status);
        _ = await CallAsync(check, "post", "/workspaces/{id}/members/remove", $"/workspaces/{workspace}/members/remove", 200, $$"""{"user_ids":["{{member.Id}}"]}""");
        Assert.Equal(403, (await member.CallAsync(HttpMethod.Get, $"/api/v1/workspaces/{workspace}")).Status);
        Assert.True(check.Violations.Count == 0, string.Join('\n', check.Violations));
    }

    [Fact]
    public async Task BenchmarksAndClassifications_AnswerAsTheDocumentSays()
    {
        const string Config = """
            { "providers": { "a": { "dialect": "openai", "base_url": "http://127.0.0.1:9/v1" } },
              "models": {
                "acme/scored": { "endpoints": [ { "provider": "a", "upstream_model": "m", "pricing": { "prompt": "0.000001", "completion": "0.000002" } } ],
                  "benchmarks": { "artificial_analysis": { "intelligence_index": 60.5 }, "design_arena": [ { "arena": "models", "category": "codecategories", "elo": 1200, "win_rate": 55.5, "rank": 3 } ] } },
                "acme/plain": { "endpoints": [ { "provider": "a", "upstream_model": "m" } ] } } }
            """;
        await using var scored = await TestServer.StartAsync(Config);
        var check = new ContractCheck(ContractDocument.Open());

        async Task<JsonElement> GetAsync(string path, int status = 200)
        {
            using var answer = await scored.SendAsync(HttpMethod.Get, "/api/v1" + path, scored.InferenceKey);
            var text = await check.CheckAsync("get", path.Split('?')[0], path, answer);
            Assert.True(status == (int)answer.StatusCode, $"{path} answered {(int)answer.StatusCode}: {text}");
            return JsonElement.Parse(text);
        }

        Assert.Equal(2, (await GetAsync("/benchmarks")).GetProperty("data").GetArrayLength());
        Assert.Equal(1, (await GetAsync("/benchmarks?max_results=1")).GetProperty("data").GetArrayLength());
        Assert.Equal(60.5, (await GetAsync("/benchmarks?source=artificial-analysis&task_type=intelligence")).GetProperty("data")[0].GetProperty("intelligence_index").GetDouble());
        Assert.Empty((await GetAsync("/benchmarks?source=artificial-analysis&task_type=coding")).GetProperty("data").EnumerateArray());
        Assert.Equal("design-arena", (await GetAsync("/benchmarks?task_type=coding")).GetProperty("data")[0].GetProperty("source").GetString());
        Assert.Empty((await GetAsync("/benchmarks?task_type=search")).GetProperty("data").EnumerateArray());
        Assert.Empty((await GetAsync("/benchmarks?source=openrouter")).GetProperty("data").EnumerateArray());
        _ = await GetAsync("/benchmarks?source=nobody", 400);
        _ = await GetAsync("/benchmarks?max_results=0", 400);
        Assert.Empty((await GetAsync("/classifications/task?window=7d")).GetProperty("data").GetProperty("classifications").EnumerateArray());
        _ = await GetAsync("/classifications/task?window=30d", 400);
        Assert.True(check.Violations.Count == 0, string.Join('\n', check.Violations));
    }

    private async Task<(string Group, string Workspace)> GroupAndWorkspaceAsync(string user)
    {
        using var made = await _server.SendAsync(HttpMethod.Post, "/api/v1/workspaces", _server.ManagementKey, """{"name":"R","slug":"r"}""");
        var workspace = (await TestServer.ReadJsonAsync(made)).GetProperty("data").GetProperty("id").GetString()!;
        using var group = await _server.SendAsync(HttpMethod.Post, "/scim/v2/Groups", _server.ManagementKey, $$"""{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"research","members":[{"value":"{{user}}"}]}""");
        return ((await TestServer.ReadJsonAsync(group)).GetProperty("id").GetString()!, workspace);
    }

    private async Task<JsonElement> CallAsync(ContractCheck check, string method, string operation, string path, int status, string? body = null, string? key = null)
    {
        using var answer = await _server.SendAsync(new HttpMethod(method.ToUpperInvariant()), "/api/v1" + path, key ?? _server.ManagementKey, body);
        var text = await check.CheckAsync(method, operation, body ?? "", answer);
        Assert.True(status == (int)answer.StatusCode, $"{method} {path} answered {(int)answer.StatusCode}: {text}");
        return JsonElement.Parse(text);
    }
}
