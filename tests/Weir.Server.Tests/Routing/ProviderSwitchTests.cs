using System.Net;
using System.Text.Json;
using Weir.Server.Composition;
using Weir.Server.Diagnosis;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Routing;

/// <summary>A provider that is switched off is asked nothing from the next request on, also after a restart, until it is switched on.</summary>
public sealed class ProviderSwitchTests
{
    private const string Body = """{"model":"acme/small","messages":[{"role":"user","content":"Hi"}]}""";

    [Fact]
    public async Task SwitchedOff_IsPassedBy_FromTheNextRequestOn()
    {
        await using var first = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var second = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(TestServer.Config("", first.BaseUrl, second.BaseUrl));
        await AskAsync(server, HttpStatusCode.OK);
        Assert.Equal((1, 0), (first.Requests.Count, second.Requests.Count));

        var off = await SwitchAsync(server, "acme0", """{"enabled":false,"reason":"bills twice"}""");
        await AskAsync(server, HttpStatusCode.OK);

        Assert.Equal((1, 1), (first.Requests.Count, second.Requests.Count));
        Assert.Equal((false, "bills twice"), (off.GetProperty("is_enabled").GetBoolean(), off.GetProperty("disabled_reason").GetString()));
        var left = (await PreviewAsync(server)).GetProperty("left_out").EnumerateArray().Single();
        Assert.Equal(("acme0", "provider.enabled"), (left.GetProperty("tag").GetString(), left.GetProperty("field").GetString()));

        _ = await SwitchAsync(server, "acme0", """{"enabled":true}""");
        await AskAsync(server, HttpStatusCode.OK);
        Assert.Equal((2, 1), (first.Requests.Count, second.Requests.Count));
    }

    [Fact]
    public async Task AllSwitchedOff_RefusesByName()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);
        _ = await SwitchAsync(server, "acme0", """{"enabled":false}""");

        using var response = await server.ChatAsync(Body);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("switched its provider off", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(upstream.Requests);
    }

    [Fact]
    public async Task SwitchedOff_SurvivesARestart_AndDoctorNamesIt()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        var folder = Directory.CreateTempSubdirectory("weir-switch-").FullName;
        try
        {
            var config = TestServer.Config("", upstream.BaseUrl);
            string management, inference;
            await using (var before = await TestServer.StartAsync(config, folder))
            {
                (management, inference) = (before.ManagementKey, before.InferenceKey);
                _ = await SwitchAsync(before, "acme0", """{"enabled":false,"reason":"under repair"}""");
            }

            await using var after = await TestServer.StartAsync(config, folder);
            using var call = await after.ChatAsync(Body, inference);
            var provider = (await after.GetJsonAsync("/api/weir/providers", management)).GetProperty("data").EnumerateArray().Single();
            var options = new WeirServerOptions
            {
                Urls = "http://127.0.0.1:0", DataFolder = Path.Combine(folder, "data"), ConfigFile = Path.Combine(folder, "weir.json"), Environment = _ => null, Announce = _ => { },
            };
            var findings = await Doctor.ExamineAsync(options, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.NotFound, call.StatusCode);
            Assert.Equal((false, "under repair"), (provider.GetProperty("is_enabled").GetBoolean(), provider.GetProperty("disabled_reason").GetString()));
            Assert.Contains(findings, finding => finding.Severity == FindingSeverity.Warning && finding.Text.StartsWith("provider acme0: switched off since", StringComparison.Ordinal)
                && finding.Text.Contains("under repair", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The answer is that there is none to show; the switch has been turned all the same.
    [Fact]
    public async Task SwitchedOn_WhenTheConfigurationHasLostIt_IsInTheLogOfChanges()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        var folder = Directory.CreateTempSubdirectory("weir-switch-").FullName;
        try
        {
            string management;
            await using (var before = await TestServer.StartAsync(TestServer.Config("", upstream.BaseUrl, upstream.BaseUrl), folder))
            {
                management = before.ManagementKey;
                _ = await SwitchAsync(before, "acme1", """{"enabled":false}""");
            }

            await using var after = await TestServer.StartAsync(TestServer.Config("", upstream.BaseUrl), folder);
            Assert.Equal(HttpStatusCode.NotFound, await PatchAsync(after, "acme1", """{"enabled":true}""", management));

            var line = (await after.GetJsonAsync("/api/weir/audit", management)).GetProperty("data")[0];
            Assert.Equal(404, line.GetProperty("status").GetInt32());
            Assert.Equal("is_enabled", Assert.Single(line.GetProperty("changes").EnumerateArray()).GetProperty("field").GetString());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Switching_IsForManagers_Audited_AndPicky()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);

        Assert.Equal(HttpStatusCode.Forbidden, await PatchAsync(server, "acme0", """{"enabled":false}""", server.InferenceKey));
        Assert.Equal(HttpStatusCode.NotFound, await PatchAsync(server, "nobody", """{"enabled":false}""", server.ManagementKey));
        Assert.Equal(HttpStatusCode.BadRequest, await PatchAsync(server, "acme0", "{}", server.ManagementKey));
        Assert.Equal(HttpStatusCode.BadRequest, await PatchAsync(server, "acme0", """{"enabled":true,"reason":"why"}""", server.ManagementKey));
        Assert.Equal(HttpStatusCode.BadRequest, await PatchAsync(server, "acme0", """{"enabled":false,"colour":"red"}""", server.ManagementKey));
        Assert.Equal(HttpStatusCode.OK, await PatchAsync(server, "acme0", """{"enabled":false}""", server.ManagementKey));

        var audit = (await server.GetJsonAsync("/api/weir/audit", server.ManagementKey)).GetProperty("data")[0];
        Assert.Equal(("PATCH", "/api/weir/providers/acme0", 200), (audit.GetProperty("method").GetString(), audit.GetProperty("path").GetString(), audit.GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task List_ShowsHealth_AndTheAddressToManagersAlone()
    {
        await using var down = await FakeUpstream.StartAsync(FakeUpstream.Json(503, "{}"));
        await using var up = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(TestServer.Config("", down.BaseUrl, up.BaseUrl));
        for (var times = 0; times < 4; times++)
        {
            await AskAsync(server, HttpStatusCode.OK);
        }

        var providers = (await server.GetJsonAsync("/api/weir/providers", server.ManagementKey)).GetProperty("data");
        var asUser = (await server.GetJsonAsync("/api/weir/providers")).GetProperty("data");

        Assert.Equal((1, 0.0), (providers[0].GetProperty("open_circuits").GetInt32(), providers[0].GetProperty("uptime_last_30m").GetDouble()));
        Assert.Equal((0, 100.0), (providers[1].GetProperty("open_circuits").GetInt32(), providers[1].GetProperty("uptime_last_30m").GetDouble()));
        Assert.Equal("127.0.0.1", providers[0].GetProperty("host").GetString());
        Assert.Equal(JsonValueKind.Null, asUser[0].GetProperty("host").ValueKind);
    }

    private static async Task AskAsync(TestServer server, HttpStatusCode expected)
    {
        using var response = await server.ChatAsync(Body);
        Assert.Equal(expected, response.StatusCode);
    }

    private static async Task<JsonElement> PreviewAsync(TestServer server)
    {
        using var response = await server.SendAsync(HttpMethod.Post, "/api/weir/route", server.InferenceKey, Body);
        return (await TestServer.ReadJsonAsync(response)).GetProperty("data");
    }

    private static async Task<HttpStatusCode> PatchAsync(TestServer server, string slug, string body, string key)
    {
        using var response = await server.SendAsync(HttpMethod.Patch, $"/api/weir/providers/{slug}", key, body);
        return response.StatusCode;
    }

    private static async Task<JsonElement> SwitchAsync(TestServer server, string slug, string body)
    {
        using var response = await server.SendAsync(HttpMethod.Patch, $"/api/weir/providers/{slug}", server.ManagementKey, body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await TestServer.ReadJsonAsync(response)).GetProperty("data");
    }
}
