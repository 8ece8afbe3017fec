using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>Known credentials go in by every door; none of them comes out in a file, a log, a trace, an answer or a metric.</summary>
public sealed partial class CanaryTests
{
    private const string OperatorSecret = "canary-operator-credential-7f3a91";
    private const string HeaderSecret = "canary-header-credential-2c8e44";
    private const string OwnSecret = "canary-own-credential-b16d05";
    private const string Request = """{"model":"acme/small","messages":[{"role":"user","content":"Hi"}],"debug":{"echo_upstream_body":true}}""";

    [Fact]
    public async Task Credentials_AreNowhereButWhereTheyBelong()
    {
        // A provider that answers every other call with an error which repeats all that it was sent.
        var calls = 0;
        await using var upstream = await FakeUpstream.StartAsync(async context =>
        {
            var echo = string.Join(' ', context.Request.Headers.Select(header => $"{header.Key} {header.Value}")).Replace("\"", "'", StringComparison.Ordinal);
            var turn = Interlocked.Increment(ref calls);
            await (turn % 3 == 0
                ? FakeUpstream.Json(200, Chunks.Completion)
                : FakeUpstream.Json(turn % 3 == 1 ? 401 : 500, $$$$"""{"error":{"message":"Not with {{{{echo}}}}","code":"bad","metadata":{"raw":"{{{{echo}}}}"}}}"""))(context);
        });
        var folder = Directory.CreateTempSubdirectory("weir-canary-").FullName;
        try
        {
            var config = Path.Combine(folder, "weir.json");
            await File.WriteAllTextAsync(config, $$"""
                { "providers": { "acme": { "dialect": "openai", "base_url": "{{upstream.BaseUrl}}", "api_key": "{{OperatorSecret}}", "headers": { "x-proxy-token": "{{HeaderSecret}}" } } },
                  "models": { "acme/small": { "endpoints": [ { "provider": "acme", "upstream_model": "small-1", "pricing": { "prompt": "0.000001", "completion": "0.000002" } } ] } } }
                """);
            var data = Path.Combine(folder, "data");
            string management, inference;
            await using (var first = await WeirProcess.ServeAsync(data, "--config", config))
            {
                (management, inference) = (first.ManagementKey, first.InferenceKey);
            }

            var seen = new StringBuilder();
            await using var server = await WeirProcess.ServeAsync(data, "--config", config);
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = server.Address };
            var cookie = await SignInAsync(client, management);
            await UseAsync(client, seen, management, inference, cookie);
            seen.Append(await server.EndAsync());

            foreach (var file in Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories))
            {
                seen.Append(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)));
            }

            var text = seen.ToString();
            Assert.True(calls >= 6, $"The provider was called {calls} times.");
            Assert.Contains("acme/small", text, StringComparison.Ordinal);
            foreach (var secret in (string[])[OperatorSecret, HeaderSecret, OwnSecret, management, inference, cookie])
            {
                var place = text.IndexOf(secret, StringComparison.Ordinal);
                Assert.True(place < 0, place < 0 ? "" : $"{secret[..12]}… came out: {text[Math.Max(0, place - 120)..Math.Min(text.Length, place + 60)]}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task UseAsync(HttpClient client, StringBuilder seen, string management, string inference, string cookie)
    {
        for (var call = 0; call < 6; call++)
        {
            if (call == 3)
            {
                await AskAsync(client, seen, HttpMethod.Post, "/api/v1/byok", management, $$"""{"provider":"acme","key":"{{OwnSecret}}"}""");
            }

            await AskAsync(client, seen, HttpMethod.Post, "/api/v1/chat/completions", inference, Request);
            await AskAsync(client, seen, HttpMethod.Post, "/api/v1/messages", inference, """{"model":"acme/small","max_tokens":9,"messages":[{"role":"user","content":"Hi"}]}""");
            await AskAsync(client, seen, HttpMethod.Post, "/api/v1/chat/completions", inference, Request[..^1] + ",\"stream\":true}");
        }

        await AskAsync(client, seen, HttpMethod.Get, "/api/v1/keys", inference + "x");
        await AskAsync(client, seen, HttpMethod.Get, "/console/api/v1/keys", cookie, isCookie: true);
        string[] pages = ["/api/v1/keys", "/api/v1/byok", "/api/weir/audit", "/api/weir/status", "/api/weir/endpoints/health", "/api/v1/models", "/api/weir/notifications"];
        foreach (var page in pages)
        {
            await AskAsync(client, seen, HttpMethod.Get, page, management);
        }

        // Spans follow their generation; a pause is enough for those that matter here.
        await Task.Delay(TimeSpan.FromSeconds(1));
        foreach (var page in (string[])["/metrics", "/openapi.json", "/api/weir/traces", "/v1/projects/gateway/spans?limit=1000", "/api/v1/key"])
        {
            await AskAsync(client, seen, HttpMethod.Get, page, inference);
        }
    }

    private static async Task<string> SignInAsync(HttpClient client, string management)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/console/session") { Content = new StringContent($$"""{"key":"{{management}}"}""", Encoding.UTF8, "application/json") };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var response = await client.SendAsync(request);
        return CookieValue().Match(response.Headers.GetValues("Set-Cookie").Single()).Groups["value"].Value;
    }

    private static async Task AskAsync(HttpClient client, StringBuilder seen, HttpMethod method, string path, string credential, string? body = null, bool isCookie = false)
    {
        using var request = new HttpRequestMessage(method, path);
        if (isCookie)
        {
            request.Headers.Add("Cookie", $"weir_session={credential}");
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
        }
        else
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credential);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await client.SendAsync(request);
        seen.Append(response.Headers).Append(await response.Content.ReadAsStringAsync()).Append('\n');
    }

    [GeneratedRegex("^[^=]+=(?<value>[^;]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex CookieValue();
}
