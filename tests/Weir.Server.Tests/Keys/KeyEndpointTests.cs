using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Keys;

/// <summary>Keys over the API: made, shown once, changed, refused, removed.</summary>
public sealed class KeyEndpointTests
{
    private const string Chat = """{"model":"sim/small","messages":[{"role":"user","content":"Hi"}]}""";

    [Fact]
    public async Task Key_LivesFromCreationToDeletion()
    {
        await using var server = await TestServer.StartAsync();

        using var created = await server.SendAsync(HttpMethod.Post, "/api/v1/keys", server.ManagementKey, """{"name":"team","limit":5.25,"limit_reset":"monthly"}""");
        var answer = await TestServer.ReadJsonAsync(created);
        var (key, data) = (answer.GetProperty("key").GetString()!, answer.GetProperty("data"));
        var hash = data.GetProperty("hash").GetString();

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Matches("^sk-or-v1-[0-9a-f]{64}$", key);
        Assert.Equal("5.25", data.GetProperty("limit_remaining").GetRawText());
        Assert.Equal("monthly", data.GetProperty("limit_reset").GetString());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, key));

        using var disabled = await server.SendAsync(HttpMethod.Patch, $"/api/v1/keys/{hash}", server.ManagementKey, """{"disabled":true,"limit":null}""");
        Assert.Equal(JsonValueKind.Null, (await TestServer.ReadJsonAsync(disabled)).GetProperty("data").GetProperty("limit").ValueKind);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server, key));

        Assert.DoesNotContain(hash, await HashesAsync(server, "/api/v1/keys"));
        Assert.Contains(hash, await HashesAsync(server, "/api/v1/keys?include_disabled=true"));

        using var deleted = await server.SendAsync(HttpMethod.Delete, $"/api/v1/keys/{hash}", server.ManagementKey);
        using var gone = await server.SendAsync(HttpMethod.Get, $"/api/v1/keys/{hash}", server.ManagementKey);
        Assert.True((await TestServer.ReadJsonAsync(deleted)).GetProperty("deleted").GetBoolean());
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"name":""}""")]
    [InlineData("""{"name":"x","limit":-1}""")]
    [InlineData("""{"name":"x","limit_reset":"hourly"}""")]
    [InlineData("""{"name":"x","expires_at":"2027-01-01T00:00:00+02:00"}""")]
    [InlineData("""{"name":"x","colour":"red"}""")]
    [InlineData("""{"name":"x","creator_user_id":""}""")]
    [InlineData("""not json""")]
    public async Task BadKey_Is400(string body)
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.SendAsync(HttpMethod.Post, "/api/v1/keys", server.ManagementKey, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task InferenceKey_CannotManage_AndNobodyCanWithoutOne()
    {
        await using var server = await TestServer.StartAsync();

        using var forbidden = await server.SendAsync(HttpMethod.Get, "/api/v1/keys", server.InferenceKey);
        using var missing = await server.SendAsync(HttpMethod.Get, "/api/v1/keys", key: null);

        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, missing.StatusCode);
    }

    [Fact]
    public async Task ExpiredKey_IsRefused()
    {
        await using var server = await TestServer.StartAsync();
        using var created = await server.SendAsync(HttpMethod.Post, "/api/v1/keys", server.ManagementKey, """{"name":"old","expires_at":"2020-01-01T00:00:00Z"}""");

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server, (await TestServer.ReadJsonAsync(created)).GetProperty("key").GetString()!));
    }

    [Fact]
    public async Task EnvironmentKey_IsAcceptedWhileItIsSet()
    {
        var folder = Directory.CreateTempSubdirectory("weir-keys-").FullName;
        var key = "sk-or-v1-" + new string('a', 64);
        try
        {
            await using (var first = await TestServer.StartAsync((string?)null, folder, name => name == "WEIR_MANAGEMENT_KEY" ? key : null))
            {
                using var accepted = await first.SendAsync(HttpMethod.Get, "/api/v1/keys", key);
                Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
                Assert.Equal("", first.ManagementKey);
            }

            await using var second = await TestServer.StartAsync((string?)null, folder);
            using var refused = await second.SendAsync(HttpMethod.Get, "/api/v1/keys", key);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task KeyText_IsNowhereInTheDataFolder()
    {
        await using var server = await TestServer.StartAsync();
        _ = await StatusAsync(server, server.InferenceKey);
        var secret = System.Text.Encoding.ASCII.GetBytes(server.InferenceKey["sk-or-v1-".Length..]);

        foreach (var file in Directory.EnumerateFiles(server.Folder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var content = new byte[stream.Length];
            await stream.ReadExactlyAsync(content);
            Assert.True(content.AsSpan().IndexOf(secret) < 0, file);
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(TestServer server, string key)
    {
        using var response = await server.ChatAsync(Chat, key);
        return response.StatusCode;
    }

    private static async Task<string?[]> HashesAsync(TestServer server, string path) =>
        [.. (await server.GetJsonAsync(path, server.ManagementKey)).GetProperty("data").EnumerateArray().Select(item => item.GetProperty("hash").GetString())];

    [Theory]
    [InlineData("""{"name":"\ud83d"}""")]
    [InlineData("""{"name":"x","\ud83d":1}""")]
    public async Task TextThatIsNone_Is400(string body)
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.SendAsync(HttpMethod.Post, "/api/v1/keys", server.ManagementKey, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
