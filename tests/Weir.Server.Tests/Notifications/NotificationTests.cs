using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Notifications;

/// <summary>Operators are told that limits are used up: once, signed, over restarts and failures.</summary>
public sealed class NotificationTests
{
    private const string Secret = "whsec_c2VjcmV0";

    // One call costs 0.000001 × 10 + 0.000002 × 5 dollars: 20 millionths.
    private static readonly Func<Microsoft.AspNetCore.Http.HttpContext, Task> Answer = FakeUpstream.Json(
        200,
        """{"id":"1","object":"chat.completion","created":1,"model":"small-1","choices":[{"index":0,"message":{"role":"assistant","content":"Hi"},"finish_reason":"stop"}],"usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15}}""");

    [Fact]
    public async Task Budget_At80And100Percent_IsToldOnceEach_SignedAndByMail_AlsoAfterARestart()
    {
        await using var upstream = await FakeUpstream.StartAsync(Answer);
        await using var hook = await FakeUpstream.StartAsync(FakeUpstream.Json(200, "{}"));
        await using var mail = new FakeMailServer();
        var folder = Directory.CreateTempSubdirectory("weir-test-").FullName;
        var config = Config(upstream, hook, mail);
        string management;

        // Spent first: a request is held back by the most that it can cost, so that none passes near a limit.
        await using (var server = await StartAsync(config, folder))
        {
            await SpendAsync(server, server.InferenceKey, calls: 4);
            management = server.ManagementKey;
            await SetBudgetAsync(server, management, "0.0001");
            await Wait.UntilAsync(() => Task.FromResult(hook.Requests.Count == 1 && mail.Mails.Count == 1), "80 % was not told.");
        }

        await using (var server = await StartAsync(config, folder))
        {
            await Task.Delay(TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);
            Assert.Equal((1, 1), (hook.Requests.Count, mail.Mails.Count));
            await SetBudgetAsync(server, management, "0.00008");
            await Wait.UntilAsync(() => Task.FromResult(hook.Requests.Count == 2 && mail.Mails.Count == 2), "100 % was not told.");
        }

        var bodies = hook.Requests.Select(request => JsonElement.Parse(request.Body)).ToArray();
        Assert.Equal([80, 100], bodies.Select(body => body.GetProperty("percent").GetInt32()));
        Assert.All(bodies, body => Assert.Equal(("workspace_budget", "default", "monthly", "0.00008"), (body.GetProperty("type").GetString(), body.GetProperty("subject_name").GetString(), body.GetProperty("reset_interval").GetString(), body.GetProperty("amount_usd").GetRawText())));
        Assert.All(hook.Requests, request =>
        {
            var signed = Encoding.UTF8.GetBytes($"{request.Headers["webhook-id"]}.{request.Headers["webhook-timestamp"]}.{request.Body}");
            Assert.Equal("v1," + Convert.ToBase64String(HMACSHA256.HashData("secret"u8, signed)), request.Headers["webhook-signature"]);
        });
        Assert.All(mail.Mails, text => Assert.Contains("The workspace default has used", text, StringComparison.Ordinal));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task OneChargeAcrossBoth_TellsTheHigherOneAlone()
    {
        await using var upstream = await FakeUpstream.StartAsync(Answer);
        await using var hook = await FakeUpstream.StartAsync(FakeUpstream.Json(200, "{}"));
        await using var server = await StartAsync(Config(upstream, hook, null));
        await SpendAsync(server, server.InferenceKey, calls: 3);
        await SetBudgetAsync(server, server.ManagementKey, "0.00005");

        await Wait.UntilAsync(() => Task.FromResult(!hook.Requests.IsEmpty), "Nothing was told.");
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        Assert.Equal(100, JsonElement.Parse(Assert.Single(hook.Requests).Body).GetProperty("percent").GetInt32());
    }

    [Fact]
    public async Task Delivery_ThatFails_IsTriedAgainWithTheSameId_ThenTheWebhookIsLeftAlone()
    {
        var time = new ShiftedTime();
        await using var hook = await FakeUpstream.StartAsync(FakeUpstream.Json(500, "{}"));
        await using var server = await StartAsync(Config(null, hook, null), time: time);
        using var test = await server.SendAsync(HttpMethod.Post, "/api/weir/notifications/test", server.ManagementKey, "{}");
        for (var tries = 1; tries <= 8; tries++)
        {
            var wanted = tries;

            // Kept, not only made: when the next one is due is counted from then.
            await Wait.UntilAsync(
                async () => (await ShowAsync(server)).GetProperty("data")[0].GetProperty("attempts").GetInt32() == wanted, $"Try {wanted} was not made and kept.");
            time.Shift += TimeSpan.FromSeconds(11 * Math.Pow(3, tries - 1));
        }

        await Wait.UntilAsync(async () => (await ShowAsync(server)).GetProperty("webhook_disabled").GetBoolean(), "The webhook was not left alone.");
        var shown = await ShowAsync(server);
        using var again = await server.SendAsync(HttpMethod.Post, "/api/weir/notifications/test", server.ManagementKey, "{}");
        using var resumed = await server.SendAsync(HttpMethod.Post, "/api/weir/notifications/resume", server.ManagementKey, "{}");

        Assert.Equal(HttpStatusCode.Accepted, test.StatusCode);
        Assert.Single(hook.Requests.Select(request => request.Headers["webhook-id"]).Distinct());
        var delivery = Assert.Single(shown.GetProperty("data").EnumerateArray());
        Assert.Equal(("given_up", 8, "it answered 500"), (delivery.GetProperty("state").GetString(), delivery.GetProperty("attempts").GetInt32(), delivery.GetProperty("problem").GetString()));
        Assert.Empty(shown.GetProperty("channels").EnumerateArray());
        Assert.False((await TestServer.ReadJsonAsync(resumed)).GetProperty("webhook_disabled").GetBoolean());
        Assert.Equal(8, hook.Requests.Count);
        using var metrics = await server.SendAsync(HttpMethod.Get, "/metrics", key: null);
        var text = await metrics.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Matches("weir_notifications_deliveries[a-z_]*{channel=\"webhook\",outcome=\"failed\"} [0-9]", text);
        Assert.Matches("weir_notifications_deliveries[a-z_]*{channel=\"webhook\",outcome=\"given_up\"} [0-9]", text);
    }

    [Fact]
    public async Task LowBalance_IsToldOnce_AndAgainOnlyAfterItWasWellAbove()
    {
        await using var upstream = await FakeUpstream.StartAsync(Answer);
        await using var mail = new FakeMailServer { Refusals = 0 };
        await using var server = await StartAsync(Config(upstream, null, mail, """, "low_balance_usd": 1"""));
        await GrantAsync(server, "0.9");
        await Wait.UntilAsync(() => Task.FromResult(mail.Mails.Count == 1), "The low balance was not told.");

        await GrantAsync(server, "0.2");
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        Assert.Single(mail.Mails);
        Assert.Contains("The balance is low: $0.9, below $1.", mail.Mails.First(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "low_balance_usd": 5 }""", "notifications.webhook: is missing")]
    [InlineData("""{ "webhook": { "url": "ftp://x" } }""", "notifications.webhook.url")]
    [InlineData("""{ "mail": { "host": "smtp.example.com", "from": "weir", "to": [] } }""", "notifications.mail.to")]
    [InlineData("""{ "mail": { "host": "smtp.example.com", "security": "none", "username": "u", "from": "w@example.com", "to": ["o@example.com"] } }""", "notifications.mail.security")]
    public void Configuration_ThatCannotWork_IsReported(string section, string error)
    {
        var wrong = Assert.Throws<Server.Configuration.ConfigurationException>(() => Server.Configuration.ConfigurationReader.Read(Encoding.UTF8.GetBytes($$"""{ "notifications": {{section}} }""")));

        Assert.Contains(wrong.Errors, text => text.Contains(error, StringComparison.Ordinal));
    }

    private static string Config(FakeUpstream? upstream, FakeUpstream? hook, FakeMailServer? mail, string extra = "")
    {
        string?[] channels =
        [
            hook is null ? null : $$"""  "webhook": { "url": "{{hook.BaseUrl}}/hook", "secret_env": "SECRET" } """,
            mail is null ? null : $$""" "mail": { "host": "127.0.0.1", "port": {{mail.Port}}, "security": "none", "from": "weir@example.com", "to": ["ops@example.com"] } """,
        ];
        var section = $$""" "notifications": { {{string.Join(',', channels.Where(channel => channel is not null))}} {{extra}} } """;
        var rest = upstream is null ? "{" : TestServer.Config("", upstream.BaseUrl).TrimEnd()[..^1] + ",";
        return rest + section + "}";
    }

    private static Task<TestServer> StartAsync(string config, string? folder = null, TimeProvider? time = null) => TestServer.StartAsync(
        config,
        folder,
        environment: name => name == "SECRET" ? Secret : null,
        adjust: server => time is null ? server : server with { Time = time });

    private static async Task SetBudgetAsync(TestServer server, string key, string dollars)
    {
        using var answer = await server.SendAsync(HttpMethod.Put, "/api/v1/workspaces/default/budgets/monthly", key, $$"""{"limit_usd":{{dollars}}}""");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task SpendAsync(TestServer server, string key, int calls)
    {
        for (var call = 0; call < calls; call++)
        {
            using var answer = await server.ChatAsync("""{"model":"acme/small","max_tokens":5,"messages":[{"role":"user","content":"Hi"}]}""", key);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        }
    }

    private static async Task GrantAsync(TestServer server, string dollars)
    {
        using var answer = await server.SendAsync(HttpMethod.Post, "/api/weir/credits", server.ManagementKey, $$"""{"amount_usd":{{dollars}}}""");
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    private static Task<JsonElement> ShowAsync(TestServer server) => server.GetJsonAsync("/api/weir/notifications", server.ManagementKey);
}
