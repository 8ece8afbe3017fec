using System.Text;
using System.Text.Json;
using Weir.Server.Composition;
using Weir.Server.Configuration;
using Weir.Server.Tests.Contract;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Governance;

/// <summary>Stored provider credentials: encrypted, never shown, and readable after a rotation of the key.</summary>
public sealed class ByokTests
{
    private const string Secret = "sk-canary-0123456789-not-to-be-seen";

    [Fact]
    public async Task Credential_LivesFromCreationToDeletion_AsTheDocumentSays()
    {
        const string Item = "/byok/{id}";
        var check = new ContractCheck(ContractDocument.Open());
        await using var server = await TestServer.StartAsync();
        var hash = (await server.GetJsonAsync("/api/v1/keys", server.ManagementKey)).GetProperty("data")[0].GetProperty("hash").GetString();

        var made = await CallAsync("post", "/byok", "/byok", 201, $$"""{"provider":"openai","key":"{{Secret}}","name":"Prod","disabled":true,"is_fallback":true,"allowed_models":["openai/gpt-4o"],"allowed_api_key_hashes":["{{hash}}"]}""");
        var id = made.GetProperty("data").GetProperty("id").GetString();
        Assert.Equal(("sk-c...seen", 0), (made.GetProperty("data").GetProperty("label").GetString(), made.GetProperty("data").GetProperty("sort_order").GetInt32()));
        var second = await CallAsync("post", "/byok", "/byok", 201, """{"provider":"openai","key":"short","disabled":true}""");
        Assert.Equal(("...", 1), (second.GetProperty("data").GetProperty("label").GetString(), second.GetProperty("data").GetProperty("sort_order").GetInt32()));
        _ = await CallAsync("post", "/byok", "/byok", 400, """{"provider":"openai"}""");
        _ = await CallAsync("post", "/byok", "/byok", 400, """{"provider":"openai","key":"x","disabled":true,"allowed_api_key_hashes":[]}""");
        _ = await CallAsync("post", "/byok", "/byok", 400, """{"provider":"openai","key":"two\nlines"}""");
        Assert.Equal(2, (await CallAsync("get", "/byok", "/byok?provider=openai&limit=1", 200)).GetProperty("total_count").GetInt32());
        _ = await CallAsync("get", Item, $"/byok/{id}", 200);
        var changed = await CallAsync("patch", Item, $"/byok/{id}", 200, """{"name":null,"key":"another-credential-of-some-length","allowed_models":null}""");
        Assert.Equal(("anot...ngth", JsonValueKind.Null), (changed.GetProperty("data").GetProperty("label").GetString(), changed.GetProperty("data").GetProperty("allowed_models").ValueKind));
        Assert.False((await CallAsync("patch", Item, $"/byok/{id}", 200, """{"disabled":false}""")).GetProperty("data").GetProperty("disabled").GetBoolean());
        _ = await CallAsync("delete", Item, $"/byok/{id}", 200);
        _ = await CallAsync("get", Item, $"/byok/{id}", 404);

        Assert.True(check.Violations.Count == 0, string.Join('\n', check.Violations));

        async Task<JsonElement> CallAsync(string method, string operation, string path, int status, string? body = null)
        {
            using var answer = await server.SendAsync(new HttpMethod(method.ToUpperInvariant()), "/api/v1" + path, server.ManagementKey, body);
            var text = await check.CheckAsync(method, operation, body ?? "", answer);
            Assert.True(status == (int)answer.StatusCode, $"{method} {path} answered {(int)answer.StatusCode}: {text}");
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
            return JsonElement.Parse(text);
        }
    }

    [Fact]
    public async Task Credential_IsForTheDefaultWorkspace_UnlessItIsForAnotherOrForAll()
    {
        await using var server = await TestServer.StartAsync();
        var other = (await CallAsync(HttpMethod.Post, "/workspaces", 201, """{"name":"Other","slug":"other"}""")).GetProperty("data").GetProperty("id").GetString();
        var ours = (await CallAsync(HttpMethod.Post, "/byok", 201, """{"provider":"acme","key":"one","name":"ours"}""")).GetProperty("data").GetProperty("workspace_id").GetString();
        _ = await CallAsync(HttpMethod.Post, "/byok", 201, $$"""{"provider":"acme","key":"two","name":"theirs","workspace_id":"{{other}}"}""");
        _ = await CallAsync(HttpMethod.Post, "/byok", 201, """{"provider":"acme","key":"three","name":"everybody's","workspace_id":null}""");
        _ = await CallAsync(HttpMethod.Post, "/byok", 400, """{"provider":"acme","key":"four","workspace_id":"0198f000-0000-7000-8000-00000000ffff"}""");

        Assert.Equal(["ours", "everybody's"], await NamesAsync(""));
        Assert.Equal(["ours", "everybody's"], await NamesAsync($"?workspace_id={ours}"));
        Assert.Equal(["theirs", "everybody's"], await NamesAsync($"?workspace_id={other}"));
        Assert.Equal(["ours", "theirs", "everybody's"], await NamesAsync("?workspace_id=all"));
        _ = await CallAsync(HttpMethod.Get, "/byok?workspace_id=none", 400);

        async Task<IEnumerable<string?>> NamesAsync(string query) =>
            (await CallAsync(HttpMethod.Get, "/byok" + query, 200)).GetProperty("data").EnumerateArray().Select(row => row.GetProperty("name").GetString());

        async Task<JsonElement> CallAsync(HttpMethod method, string path, int status, string? body = null)
        {
            using var answer = await server.SendAsync(method, "/api/v1" + path, server.ManagementKey, body);
            Assert.Equal(status, (int)answer.StatusCode);
            return await TestServer.ReadJsonAsync(answer);
        }
    }

    [Fact]
    public async Task Credential_IsNowhereInTheDataFolder_AndSurvivesARotation()
    {
        var folder = Directory.CreateTempSubdirectory("weir-byok-").FullName;
        var data = Path.Combine(folder, "data");
        try
        {
            string management;
            await using (var server = await TestServer.StartAsync((string?)null, folder))
            {
                management = server.ManagementKey;
                using var made = await server.SendAsync(HttpMethod.Post, "/api/v1/byok", management, $$"""{"provider":"openai","key":"{{Secret}}","disabled":true}""");
                Assert.True(made.IsSuccessStatusCode);
                Assert.Empty(FilesWith(data, Secret));
            }

            var before = await File.ReadAllTextAsync(Path.Combine(data, "secret.key"), TestContext.Current.CancellationToken);
            Assert.Equal(1, await LocalSecrets.RotateAsync(data, _ => null, CancellationToken.None));
            var after = await File.ReadAllTextAsync(Path.Combine(data, "secret.key"), TestContext.Current.CancellationToken);
            Assert.NotEqual(before, after);

            // A crash before the file was renamed: the database says which key counts.
            File.Move(Path.Combine(data, "secret.key"), Path.Combine(data, "secret.key.next"));
            await File.WriteAllTextAsync(Path.Combine(data, "secret.key"), before, TestContext.Current.CancellationToken);
            await using (var again = await TestServer.StartAsync((string?)null, folder))
            {
                Assert.Single((await again.GetJsonAsync("/api/v1/byok", management)).GetProperty("data").EnumerateArray());
                Assert.Equal(after, await File.ReadAllTextAsync(Path.Combine(data, "secret.key"), TestContext.Current.CancellationToken));
            }

            await File.WriteAllTextAsync(Path.Combine(data, "secret.key"), before, TestContext.Current.CancellationToken);
            var refused = await Assert.ThrowsAsync<ConfigurationException>(() => TestServer.StartAsync((string?)null, folder));
            Assert.Contains("another key", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("short")]
    [InlineData("AAAA")]
    public async Task SecretKeyOfTheEnvironment_ThatIsNone_StopsTheStart(string key)
    {
        var refused = await Assert.ThrowsAsync<ConfigurationException>(() => TestServer.StartAsync(config: null, environment: name => name == "WEIR_SECRET_KEY" ? key : null));

        Assert.Contains("32 bytes as base64", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecretKey_OfTheDataFolder_IsReadableByItsOwnerAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes.");
            return;
        }

        await using var server = await TestServer.StartAsync();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(server.Folder, "data", "secret.key")));
    }

    private static string[] FilesWith(string folder, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return content.AsSpan().IndexOf(bytes) >= 0;
        })];
    }
}
