using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Organization;

/// <summary>Users and groups as a directory provisions them.</summary>
public sealed class ScimProvisioningTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task User_IsMadeFoundChangedAndDisabled()
    {
        var made = await CallAsync("POST", "/Users", 201, """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"jane@example.com","externalId":"x1","name":{"givenName":"Jane","familyName":"Doe"},"title":"Engineer","active":true}""");
        var id = made.GetProperty("id").GetString();
        _ = await CallAsync("POST", "/Users", 409, """{"userName":"JANE@example.com"}""");
        _ = await CallAsync("POST", "/Users", 400, """{"userName":"jane"}""");
        _ = await CallAsync("POST", "/Users", 201, """{"userName":"bob","emails":[{"value":"b@example.com"},{"value":"bob@example.com","primary":true}]}""");

        var found = await CallAsync("GET", "/Users?filter=userName%20eq%20%22Jane%40example.com%22", 200);
        var page = await CallAsync("GET", "/Users?startIndex=2&count=1", 200);
        _ = await CallAsync("GET", "/Users?filter=name.givenName%20sw%20%22J%22", 400);
        var changed = await CallAsync("PATCH", $"/Users/{id}", 200, """{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"Replace","path":"name.familyName","value":"Roe"},{"op":"replace","value":{"active":"False"}}]}""");

        Assert.Equal(id, Assert.Single(found.GetProperty("Resources").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal((2, "bob@example.com"), (page.GetProperty("totalResults").GetInt32(), page.GetProperty("Resources")[0].GetProperty("userName").GetString()));
        Assert.Equal(("Roe", false), (changed.GetProperty("name").GetProperty("familyName").GetString(), changed.GetProperty("active").GetBoolean()));
        Assert.Equal(1, (await _server.GetJsonAsync("/api/v1/organization/members", _server.ManagementKey)).GetProperty("total_count").GetInt32());
        _ = await CallAsync("PUT", $"/Users/{id}", 200, """{"userName":"jane@example.com","active":true}""");
        Assert.Equal(JsonValueKind.Null, (await CallAsync("GET", $"/Users/{id}", 200)).GetProperty("externalId").ValueKind);
        _ = await CallAsync("DELETE", $"/Users/{id}", 204);
        Assert.False((await CallAsync("GET", $"/Users/{id}", 200)).GetProperty("active").GetBoolean());
        _ = await CallAsync("GET", "/Users/none", 404);
    }

    [Fact]
    public async Task Group_HasWhomTheDirectoryPutsIntoIt()
    {
        var (ann, bob) = (await UserAsync("ann"), await UserAsync("bob"));
        var made = await CallAsync("POST", "/Groups", 201, $$"""{"displayName":"research","members":[{"value":"{{ann}}"}]}""");
        var path = $"/Groups/{made.GetProperty("id").GetString()}";
        _ = await CallAsync("POST", "/Groups", 400, """{"displayName":"x","members":[{"value":"nobody"}]}""");
        _ = await CallAsync("POST", "/Groups", 400, """{"members":[]}""");

        async Task<string> PatchedAsync(string operation)
        {
            var group = await CallAsync("PATCH", path, 200, $$"""{"Operations":[{{operation}}]}""");
            return string.Join(',', group.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("value").GetString() == ann ? "ann" : "bob").Order());
        }

        Assert.Equal("ann,bob", await PatchedAsync($$"""{"op":"add","path":"members","value":[{"value":"{{bob}}"}]}"""));
        Assert.Equal("bob", await PatchedAsync($$"""{"op":"remove","path":"members[value eq \"{{ann}}\"]"}"""));
        Assert.Equal("ann", await PatchedAsync($$$"""{"op":"replace","value":{"displayName":"r","members":[{"value":"{{{ann}}}"}]}}"""));
        Assert.Equal("", await PatchedAsync("""{"op":"remove","path":"members"}"""));
        Assert.Equal("r", (await CallAsync("GET", path, 200)).GetProperty("displayName").GetString());
        Assert.Equal(1, (await CallAsync("GET", "/Groups?filter=displayName%20eq%20%22R%22", 200)).GetProperty("totalResults").GetInt32());
        _ = await CallAsync("PATCH", path, 400, """{"Operations":[{"op":"move"}]}""");
        _ = await CallAsync("DELETE", path, 204);
        _ = await CallAsync("GET", path, 404);
    }

    [Fact]
    public async Task Provisioning_TakesAManagementKey()
    {
        using var answer = await _server.SendAsync(HttpMethod.Get, "/scim/v2/Users", _server.InferenceKey);

        Assert.Equal(403, (int)answer.StatusCode);
        Assert.True((await CallAsync("GET", "/ServiceProviderConfig", 200)).GetProperty("patch").GetProperty("supported").GetBoolean());
    }

    private async Task<string> UserAsync(string name) => (await CallAsync("POST", "/Users", 201, $$"""{"userName":"{{name}}@example.com"}""")).GetProperty("id").GetString()!;

    private async Task<JsonElement> CallAsync(string method, string path, int status, string? body = null)
    {
        using var answer = await _server.SendAsync(new HttpMethod(method), "/scim/v2" + path, _server.ManagementKey, body);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == (int)answer.StatusCode, $"{method} {path} answered {(int)answer.StatusCode}: {text}");
        Assert.True(text.Length == 0 || answer.Content.Headers.ContentType?.MediaType == "application/scim+json", text);
        return text.Length == 0 ? default : JsonElement.Parse(text);
    }
}
