using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Routing;

/// <summary>Why a generation went where it went, told afterwards.</summary>
public sealed class GenerationRouteTests
{
    private const string Body = """{"model":"acme/small","messages":[{"role":"user","content":"Hi"}]}""";

    [Fact]
    public async Task Route_ShowsThePlanAsItWas_AndEveryAttempt()
    {
        await using var down = await FakeUpstream.StartAsync(FakeUpstream.Json(503, """{"error":{"message":"overloaded"}}"""));
        await using var up = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(TestServer.Config("", down.BaseUrl, up.BaseUrl));
        using var call = await server.ChatAsync(Body);
        Assert.Equal(HttpStatusCode.OK, call.StatusCode);
        var id = call.Headers.GetValues("X-Generation-Id").Single();

        var route = await RouteAsync(server, id, withPlan: true);

        var plan = route.GetProperty("plan");
        Assert.Equal(("direct", 2, 2), (plan.GetProperty("strategy").GetString(), plan.GetProperty("considered").GetInt32(), plan.GetProperty("planned").GetInt32()));
        var first = plan.GetProperty("candidates")[0];
        Assert.Equal(("Acme 0", "acme0", "0.000001", "listed in provider.order"), (Text(first, "provider_name"), Text(first, "tag"), Text(first, "prompt"), Text(first, "reason")));
        var attempts = route.GetProperty("attempts").EnumerateArray().ToArray();
        Assert.Equal("failed", Text(attempts[0], "outcome"));
        Assert.Equal(503, attempts[0].GetProperty("status").GetInt32());
        Assert.Contains("overloaded", Text(attempts[0], "message"), StringComparison.Ordinal);
        Assert.Equal(("answered", "Acme 1"), (Text(attempts[^1], "outcome"), Text(attempts[^1], "provider_name")));
        Assert.InRange(attempts[^1].GetProperty("start_ms").GetDouble(), attempts[0].GetProperty("start_ms").GetDouble(), route.GetProperty("duration_ms").GetDouble() + 50);
        Assert.Equal("Acme 1", Text(route, "provider_name"));
    }

    [Fact]
    public async Task Route_IsForTheWorkspaceOfTheGeneration()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);
        using var call = await server.ChatAsync(Body);
        var path = $"/api/weir/generations/{call.Headers.GetValues("X-Generation-Id").Single()}/route";
        using var made = await server.SendAsync(HttpMethod.Post, "/api/v1/workspaces", server.ManagementKey, """{"name":"Other","slug":"other"}""");
        var workspace = Text((await TestServer.ReadJsonAsync(made)).GetProperty("data"), "id");
        using var key = await server.SendAsync(HttpMethod.Post, "/api/v1/keys", server.ManagementKey, $$"""{"name":"other","workspace_id":"{{workspace}}"}""");
        var other = Text(await TestServer.ReadJsonAsync(key), "key");

        using var theirs = await server.SendAsync(HttpMethod.Get, path, other);
        using var managers = await server.SendAsync(HttpMethod.Get, path, server.ManagementKey);
        using var nobodys = await server.SendAsync(HttpMethod.Get, "/api/weir/generations/gen-none/route", server.InferenceKey);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NotFound), (theirs.StatusCode, managers.StatusCode, nobodys.StatusCode));
    }

    // The span is stored moments after the answer.
    private static async Task<JsonElement> RouteAsync(TestServer server, string id, bool withPlan)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var route = (await server.GetJsonAsync($"/api/weir/generations/{id}/route")).GetProperty("data");
            if (!withPlan || route.GetProperty("plan").ValueKind != JsonValueKind.Null)
            {
                return route;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"The plan of {id} was not stored.");
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
