using System.Globalization;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Weir.Server.Tests.Traces;
using Xunit;

namespace Weir.Server.Tests.Governance;

/// <summary>Two changes of one object at once: both are kept, and the log says of each what it changed itself.</summary>
public sealed class LostUpdateTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Key_NewLimit_StaysWhenASlowerChangeEnds()
    {
        var hash = (await CallAsync(HttpMethod.Post, "/api/v1/keys", 201, """{"name":"k"}""")).Text("hash");
        using var slow = await HeldRequest.BeginAsync(_server, HttpMethod.Patch, $"/api/v1/keys/{hash}", """{"name":"renamed"}""");

        _ = await CallAsync(HttpMethod.Patch, $"/api/v1/keys/{hash}", 200, """{"limit":1}""");
        var answer = (await slow.EndAsync()).GetProperty("data");

        Assert.Equal(("renamed", 1), (answer.Text("name"), answer.GetProperty("limit").GetInt32()));
        var key = (await _server.GetJsonAsync($"/api/v1/keys/{hash}", _server.ManagementKey)).GetProperty("data");
        Assert.Equal(("renamed", 1), (key.Text("name"), key.GetProperty("limit").GetInt32()));
        Assert.Equal(["limit", "name", "-"], await ChangedAsync());
    }

    [Fact]
    public async Task Key_Deleted_DoesNotComeBack()
    {
        var hash = (await CallAsync(HttpMethod.Post, "/api/v1/keys", 201, """{"name":"k"}""")).Text("hash");
        using var slow = await HeldRequest.BeginAsync(_server, HttpMethod.Patch, $"/api/v1/keys/{hash}", """{"name":"renamed"}""");

        using (var deleted = await _server.SendAsync(HttpMethod.Delete, $"/api/v1/keys/{hash}", _server.ManagementKey))
        {
            Assert.True(deleted.IsSuccessStatusCode);
        }

        _ = await slow.EndAsync(status: 404);

        using var found = await _server.SendAsync(HttpMethod.Get, $"/api/v1/keys/{hash}", _server.ManagementKey);
        Assert.Equal(404, (int)found.StatusCode);
    }

    [Fact]
    public async Task RefusedChange_HasNothingOfAnotherOne()
    {
        var hash = (await CallAsync(HttpMethod.Post, "/api/v1/keys", 201, """{"name":"k"}""")).Text("hash");
        using var slow = await HeldRequest.BeginAsync(_server, HttpMethod.Patch, $"/api/v1/keys/{hash}", """{"limit":"much"}""");

        _ = await CallAsync(HttpMethod.Patch, $"/api/v1/keys/{hash}", 200, """{"limit":1}""");
        _ = await slow.EndAsync(status: 400);

        Assert.Equal(["limit", "-", "-"], await ChangedAsync());
    }

    // What is sealed is not shown: its label tells the ends of the text.
    [Fact]
    public async Task Credential_Rotated_TheOldTextDoesNotComeBack()
    {
        var id = (await CallAsync(HttpMethod.Post, "/api/v1/byok", 201, """{"provider":"openai","key":"sk-first-0123456789abcdef"}""")).Text("id");
        using var slow = await HeldRequest.BeginAsync(_server, HttpMethod.Patch, $"/api/v1/byok/{id}", """{"name":"renamed"}""");

        _ = await CallAsync(HttpMethod.Patch, $"/api/v1/byok/{id}", 200, """{"key":"sk-second-0123456789uvwxyz"}""");
        var answer = (await slow.EndAsync()).GetProperty("data");

        Assert.Equal(("renamed", "sk-s...wxyz"), (answer.Text("name"), answer.Text("label")));
        Assert.Equal(["key", "name", "-"], await ChangedAsync());
    }

    [Fact]
    public async Task Workspace_NewSlug_StaysWhenASlowerChangeEnds()
    {
        var id = (await CallAsync(HttpMethod.Post, "/api/v1/workspaces", 201, """{"name":"A","slug":"a"}""")).Text("id");
        using var slow = await HeldRequest.BeginAsync(_server, HttpMethod.Patch, $"/api/v1/workspaces/{id}", """{"description":"of the night"}""");

        _ = await CallAsync(HttpMethod.Patch, $"/api/v1/workspaces/{id}", 200, """{"slug":"b"}""");
        var answer = (await slow.EndAsync()).GetProperty("data");

        Assert.Equal(("b", "of the night"), (answer.Text("slug"), answer.Text("description")));
        Assert.Equal(["slug", "description", "-"], await ChangedAsync());
    }

    [Fact]
    public async Task Budget_WhatCounts_LeavesTheRestOfTheWorkspace()
    {
        using var slow = await HeldRequest.BeginAsync(
            _server, HttpMethod.Put, "/api/v1/workspaces/default/budgets/daily", """{"limit_usd":5,"include_byok_in_budgets":true}""");

        _ = await CallAsync(HttpMethod.Patch, "/api/v1/workspaces/default", 200, """{"description":"of the night"}""");
        _ = await slow.EndAsync();

        var workspace = (await _server.GetJsonAsync("/api/v1/workspaces/default", _server.ManagementKey)).GetProperty("data");
        Assert.Equal("of the night", workspace.Text("description"));
        Assert.Equal(["description", "include_byok_in_budgets,limit_usd"], await ChangedAsync());
    }

    [Theory]
    [InlineData("/api/weir/users/{0}", """{"first_name":"Ann"}""")]
    [InlineData("/scim/v2/Users/{0}", """{"Operations":[{"op":"replace","path":"name.givenName","value":"Ann"}]}""")]
    public async Task User_DisabledByTheDirectory_StaysSo(string path, string body)
    {
        var id = (await CallAsync(HttpMethod.Post, "/api/weir/users", 201, """{"email":"ann@example.com"}""")).Text("id");
        using var slow = await HeldRequest.BeginAsync(_server, HttpMethod.Patch, string.Format(CultureInfo.InvariantCulture, path, id), body);

        using (var disabled = await _server.SendAsync(
            HttpMethod.Patch, $"/scim/v2/Users/{id}", _server.ManagementKey, """{"Operations":[{"op":"replace","path":"active","value":false}]}"""))
        {
            Assert.True(disabled.IsSuccessStatusCode);
        }

        _ = await slow.EndAsync();

        var user = (await _server.GetJsonAsync($"/api/weir/users/{id}", _server.ManagementKey)).GetProperty("data");
        Assert.Equal((true, "Ann"), (user.GetProperty("disabled").GetBoolean(), user.Text("first_name")));
    }

    [Fact]
    public async Task Group_TwoUsersAtOnce_AreBothInIt()
    {
        var ann = (await CallAsync(HttpMethod.Post, "/api/weir/users", 201, """{"email":"ann@example.com"}""")).Text("id");
        var bob = (await CallAsync(HttpMethod.Post, "/api/weir/users", 201, """{"email":"bob@example.com"}""")).Text("id");
        using var made = await _server.SendAsync(HttpMethod.Post, "/scim/v2/Groups", _server.ManagementKey, """{"displayName":"research"}""");
        var group = $"/scim/v2/Groups/{(await TestServer.ReadJsonAsync(made)).Text("id")}";
        static string Add(string? user) => $$$"""{"Operations":[{"op":"add","path":"members","value":[{"value":"{{{user}}}"}]}]}""";
        using var slow = await HeldRequest.BeginAsync(_server, HttpMethod.Patch, group, Add(ann));

        using (var quick = await _server.SendAsync(HttpMethod.Patch, group, _server.ManagementKey, Add(bob)))
        {
            Assert.True(quick.IsSuccessStatusCode);
        }

        _ = await slow.EndAsync();

        var members = (await _server.GetJsonAsync(group, _server.ManagementKey)).GetProperty("members");
        Assert.Equal(2, members.GetArrayLength());
    }

    private async Task<JsonElement> CallAsync(HttpMethod method, string path, int status, string body)
    {
        using var answer = await _server.SendAsync(method, path, _server.ManagementKey, body);
        Assert.True((int)answer.StatusCode == status, $"{path}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        return (await TestServer.ReadJsonAsync(answer)).GetProperty("data");
    }

    /// <summary>The changed fields of every line, the newest first but for the slow change, which began before the one that was quicker.</summary>
    private async Task<string[]> ChangedAsync()
    {
        var lines = (await _server.GetJsonAsync("/api/weir/audit", _server.ManagementKey)).GetProperty("data");
        return [.. lines.EnumerateArray().Select(line => line.GetProperty("changes") is { ValueKind: JsonValueKind.Array } changes
            ? string.Join(',', changes.EnumerateArray().Select(change => change.Text("field")).Order(StringComparer.Ordinal))
            : "-")];
    }
}
