using System.Net;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Organization;

/// <summary>What users may do, by their role in the organisation and in workspaces.</summary>
public sealed class RoleTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Administrator_MayDoWhatAManagementKeyMay_ButNotCallModels()
    {
        using var admin = await Member.SignInAsync(_server, "ann@example.com", "org:admin");

        Assert.Equal(201, (await admin.CallAsync(HttpMethod.Post, "/api/v1/workspaces", """{"name":"A","slug":"a"}""")).Status);
        Assert.Equal(200, (await admin.CallAsync(HttpMethod.Get, "/api/v1/credits")).Status);
        Assert.Equal(403, (await admin.CallAsync(HttpMethod.Post, "/api/v1/chat/completions", "{}")).Status);
        var log = (await _server.GetJsonAsync("/api/weir/audit?limit=1", _server.ManagementKey)).GetProperty("data");
        Assert.Equal("ann@example.com", Assert.Single(log.EnumerateArray()).GetProperty("actor").GetString());
    }

    [Theory]
    [InlineData("GET", "/api/v1/credits")]
    [InlineData("GET", "/api/v1/activity")]
    [InlineData("GET", "/api/v1/byok")]
    [InlineData("GET", "/api/v1/organization/members")]
    [InlineData("GET", "/api/weir/users")]
    [InlineData("GET", "/api/weir/audit")]
    [InlineData("POST", "/api/v1/workspaces")]
    [InlineData("DELETE", "/api/v1/workspaces/default")]
    [InlineData("PATCH", "/api/v1/workspaces/default")]
    [InlineData("PUT", "/api/v1/workspaces/default/budgets/daily")]
    [InlineData("POST", "/api/v1/workspaces/default/members/add")]
    [InlineData("POST", "/api/weir/login-links")]
    [InlineData("POST", "/api/weir/authorizations")]
    [InlineData("POST", "/api/v1/chat/completions")]
    [InlineData("POST", "/v1/traces")]
    [InlineData("GET", "/api/v1/workspaces/other")]
    [InlineData("GET", "/api/v1/workspaces/other/members")]
    [InlineData("GET", "/api/v1/keys?workspace_id=other")]
    [InlineData("GET", "/api/v1/workspaces/there-is-none")]
    [InlineData("DELETE", "/v1/projects/default")]
    public async Task Member_MayNot(string method, string path)
    {
        _ = await MakeWorkspaceAsync("other");
        using var member = await Member.SignInAsync(_server, "bob@example.com");

        var (status, _) = await member.CallAsync(new HttpMethod(method), path, "{}");

        Assert.Equal(403, status);
    }

    [Fact]
    public async Task Member_MakesReadsAndDeletesKeysOfHisOwn_AndNoOthers()
    {
        using var member = await Member.SignInAsync(_server, "bob@example.com");
        using var colleague = await Member.SignInAsync(_server, "cem@example.com");

        var made = await member.CallAsync(HttpMethod.Post, "/api/v1/keys", """{"name":"mine"}""");
        var hash = made.Body.GetProperty("data").GetProperty("hash").GetString();
        var inAnothersName = await member.CallAsync(HttpMethod.Post, "/api/v1/keys", $$"""{"name":"his","creator_user_id":"{{colleague.Id}}"}""");
        var listed = (await member.CallAsync(HttpMethod.Get, "/api/v1/keys")).Body.GetProperty("data");
        var theirs = (await colleague.CallAsync(HttpMethod.Get, "/api/v1/keys")).Body.GetProperty("data");

        Assert.Equal((201, member.Id, 403), (made.Status, made.Body.GetProperty("data").GetProperty("creator_user_id").GetString(), inAnothersName.Status));
        Assert.Equal(hash, Assert.Single(listed.EnumerateArray()).GetProperty("hash").GetString());
        Assert.Empty(theirs.EnumerateArray());
        Assert.Equal(403, (await colleague.CallAsync(HttpMethod.Get, $"/api/v1/keys/{hash}")).Status);
        Assert.Equal(403, (await colleague.CallAsync(HttpMethod.Delete, $"/api/v1/keys/{hash}")).Status);
        Assert.Equal(403, (await member.CallAsync(HttpMethod.Patch, $"/api/v1/keys/{hash}", """{"limit":1000}""")).Status);
        Assert.Equal(200, (await member.CallAsync(HttpMethod.Get, $"/api/v1/keys/{hash}")).Status);
        Assert.Equal(200, (await member.CallAsync(HttpMethod.Delete, $"/api/v1/keys/{hash}")).Status);
    }

    [Fact]
    public async Task WorkspaceAdmin_AdministersThatWorkspaceAlone()
    {
        var (mine, other) = (await MakeWorkspaceAsync("mine"), await MakeWorkspaceAsync("other"));
        using var admin = await Member.SignInAsync(_server, "dee@example.com");
        await PutAsync($"/api/weir/users/{admin.Id}/workspaces/mine", """{"role":"admin"}""");
        var key = (await TestServer.ReadJsonAsync(await _server.SendAsync(HttpMethod.Post, "/api/v1/keys", _server.ManagementKey, $$"""{"name":"k","workspace_id":"{{mine}}"}"""))).GetProperty("data").GetProperty("hash").GetString();

        Assert.Equal(200, (await admin.CallAsync(HttpMethod.Patch, "/api/v1/workspaces/mine", """{"name":"Mine"}""")).Status);
        Assert.Equal(200, (await admin.CallAsync(HttpMethod.Post, "/api/v1/workspaces/mine/members/add", """{"user_ids":["eve"]}""")).Status);
        Assert.Equal(200, (await admin.CallAsync(HttpMethod.Patch, $"/api/v1/keys/{key}", """{"disabled":true}""")).Status);
        Assert.Equal(403, (await admin.CallAsync(HttpMethod.Put, "/api/v1/workspaces/mine/budgets/daily", """{"limit_usd":5}""")).Status);
        Assert.Equal(403, (await admin.CallAsync(HttpMethod.Patch, $"/api/v1/workspaces/{other}", """{"name":"Mine too"}""")).Status);
        Assert.Equal(403, (await admin.CallAsync(HttpMethod.Post, "/api/v1/keys", $$"""{"name":"k","workspace_id":"{{other}}"}""")).Status);
        var visible = (await admin.CallAsync(HttpMethod.Get, "/api/v1/workspaces")).Body.GetProperty("data").EnumerateArray().Select(workspace => workspace.GetProperty("slug").GetString());
        Assert.Equal(["default", "mine"], visible.Order());
    }

    [Fact]
    public async Task Session_IsInOneWorkspace_WhichARequestMayChange()
    {
        var (mine, other) = (await MakeWorkspaceAsync("mine"), await MakeWorkspaceAsync("other"));
        using var member = await Member.SignInAsync(_server, "bob@example.com");
        await PutAsync($"/api/weir/users/{member.Id}/workspaces/{mine}", """{"role":"member"}""");

        Assert.Equal(mine, (await member.CallAsync(HttpMethod.Get, "/session")).Body.GetProperty("data").GetProperty("workspace_id").GetString());
        Assert.Equal(403, (await member.CallAsync(HttpMethod.Get, "/api/weir/traces", workspace: other)).Status);
        Assert.Equal(200, (await member.CallAsync(HttpMethod.Get, "/api/weir/traces", workspace: "default")).Status);
        var made = await member.CallAsync(HttpMethod.Post, "/api/v1/keys", """{"name":"k"}""");
        Assert.Equal(mine, made.Body.GetProperty("data").GetProperty("workspace_id").GetString());
    }

    [Fact]
    public async Task DisabledUser_LosesKeysAndSession_AndEnablingGivesNoneBack()
    {
        using var member = await Member.SignInAsync(_server, "bob@example.com");
        var made = await member.CallAsync(HttpMethod.Post, "/api/v1/keys", """{"name":"mine"}""");
        var (key, hash) = (made.Body.GetProperty("key").GetString(), made.Body.GetProperty("data").GetProperty("hash").GetString());
        var link = await Member.LinkAsync(_server, member.Id);
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync("/api/v1/key", key));

        await PatchAsync($"/api/weir/users/{member.Id}", """{"disabled":true}""");
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfAsync("/api/v1/key", key));
        Assert.Equal(HttpStatusCode.Unauthorized, await member.Page.StatusAsync());
        await PatchAsync($"/api/v1/keys/{hash}", """{"disabled":false}""");
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfAsync("/api/v1/key", key));
        Assert.Equal(0, (await _server.GetJsonAsync("/api/v1/organization/members", _server.ManagementKey)).GetProperty("total_count").GetInt32());

        await PatchAsync($"/api/weir/users/{member.Id}", """{"disabled":false}""");
        using var signIn = await member.Page.SignInAsync("token", link);
        Assert.Equal(HttpStatusCode.Unauthorized, signIn.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await member.Page.StatusAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfAsync("/api/v1/key", key));
    }

    [Theory]
    [InlineData("""{"email":"not an address"}""", 400)]
    [InlineData("""{"email":"Jane <jane@example.com>"}""", 400)]
    [InlineData("""{"email":"TAKEN@example.com"}""", 409)]
    [InlineData("""{"email":"a@example.com","role":"admin"}""", 400)]
    [InlineData("""{"email":"a@example.com","password":"x"}""", 400)]
    public async Task User_IsMadeOrRefused(string body, int status)
    {
        using var taken = await _server.SendAsync(HttpMethod.Post, "/api/weir/users", _server.ManagementKey, """{"email":"taken@example.com"}""");

        using var answer = await _server.SendAsync(HttpMethod.Post, "/api/weir/users", _server.ManagementKey, body);

        Assert.Equal((HttpStatusCode.Created, status), (taken.StatusCode, (int)answer.StatusCode));
    }

    private async Task<HttpStatusCode> StatusOfAsync(string path, string? key)
    {
        using var answer = await _server.SendAsync(HttpMethod.Get, path, key);
        return answer.StatusCode;
    }

    private async Task<string> MakeWorkspaceAsync(string slug)
    {
        using var answer = await _server.SendAsync(HttpMethod.Post, "/api/v1/workspaces", _server.ManagementKey, $$"""{"name":"{{slug}}","slug":"{{slug}}"}""");
        return (await TestServer.ReadJsonAsync(answer)).GetProperty("data").GetProperty("id").GetString()!;
    }

    private Task PutAsync(string path, string body) => SendAsync(HttpMethod.Put, path, body);

    private Task PatchAsync(string path, string body) => SendAsync(HttpMethod.Patch, path, body);

    private async Task SendAsync(HttpMethod method, string path, string body)
    {
        using var answer = await _server.SendAsync(method, path, _server.ManagementKey, body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
