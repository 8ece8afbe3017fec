using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>Where zero data retention is asked for, Weir keeps nothing of the texts itself: not in spans, not as contents, not in the response cache.</summary>
public sealed class ZeroRetentionTests
{
    private const string Prompt = "my-prompt-71c3";
    private const string Policy = ", \"data_policy\": { \"zdr\": true }";

    private static readonly (string, string) Cached = ("X-OpenRouter-Cache", "true");

    [Theory]
    [InlineData(Asker.Nobody, true, true)]
    [InlineData(Asker.Request, false, true)]
    [InlineData(Asker.Guardrail, false, false)]
    [InlineData(Asker.GuardrailOfOthers, true, true)]
    [InlineData(Asker.Operator, false, false)]
    public async Task WhoAsks_DecidesWhatIsKept(Asker asker, bool keepsTexts, bool isCached)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await StartAsync(upstream, asker, Policy);

        using var first = await AskAsync(server, asker);
        using var second = await AskAsync(server, asker);

        var answer = (await TestServer.ReadJsonAsync(first)).GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!;
        var spans = await SpansAsync(server, first, 2);
        Assert.Equal((keepsTexts, keepsTexts), (spans.Contains(Prompt, StringComparison.Ordinal), spans.Contains(answer, StringComparison.Ordinal)));
        Assert.Equal(isCached ? ["MISS", "HIT"] : ["none", "none"], new[] { first, second }.Select(CacheStatus));
        Assert.Equal(isCached ? 1 : 2, upstream.Requests.Count);

        // What is no text is there all the same.
        Assert.Contains("\"llm.token_count.prompt\"", spans, StringComparison.Ordinal);
        Assert.Contains("acme/small", spans, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Asker.Nobody, true)]
    [InlineData(Asker.Request, false)]
    [InlineData(Asker.Guardrail, false)]
    [InlineData(Asker.Operator, false)]
    public async Task RefusedBeforeItIsRouted_IsTracedWithoutItsText(Asker asker, bool keepsTexts)
    {
        // Nobody promises to keep nothing, so that there is nobody to ask; and who does not ask names a model that is not there.
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await StartAsync(upstream, asker, "");

        using var refused = await AskAsync(server, asker, asker == Asker.Nobody ? "acme/none" : "acme/small");

        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        Assert.Empty(upstream.Requests);
        Assert.Equal(keepsTexts, (await SpansAsync(server, refused, 1)).Contains(Prompt, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RefusedForItsPreferences_IsTracedWithoutItsText_WhenItAsksForThatToo()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream, Policy);

        using var refused = await server.ChatAsync($$$"""{"model":"acme/small","messages":[{"role":"user","content":"{{{Prompt}}}"}],"provider":{"zdr":true,"sort":"beauty"}}""");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.DoesNotContain(Prompt, await SpansAsync(server, refused, 1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contents_AreNotKeptEither_WhereAGuardrailAsks()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await StartAsync(upstream, Asker.Guardrail, Policy);
        await ManageAsync(server, HttpMethod.Patch, "/workspaces/default", """{"is_observability_io_logging_enabled":true}""");

        using var secret = await AskAsync(server, Asker.Guardrail);
        await GuardAsync(server, """{"enforce_zdr_other":false}""");
        using var open = await AskAsync(server, Asker.Nobody);

        // They are stored in their order: when the later one is there, the earlier one would be.
        await Wait.UntilAsync(async () => await ContentStatusAsync(server, open) == HttpStatusCode.OK, "The content of the later request was not kept.");
        Assert.Equal(HttpStatusCode.NotFound, await ContentStatusAsync(server, secret));
    }

    private static async Task<TestServer> StartAsync(FakeUpstream upstream, Asker asker, string policy)
    {
        var config = TestServer.Config(policy, upstream.BaseUrl);
        var server = await TestServer.StartAsync(asker == Asker.Operator ? config.Replace("\"provider\": { \"order\"", "\"provider\": { \"zdr\": true, \"order\"", StringComparison.Ordinal) : config);
        if (asker is Asker.Guardrail or Asker.GuardrailOfOthers)
        {
            await GuardAsync(server, asker == Asker.Guardrail ? """{"enforce_zdr_other":true}""" : """{"enforce_zdr_openai":true}""");
        }

        return server;
    }

    private static Task<HttpResponseMessage> AskAsync(TestServer server, Asker asker, string model = "acme/small") => server.ChatAsync(
        $$"""{"model":"{{model}}","messages":[{"role":"user","content":"{{Prompt}}"}]{{(asker == Asker.Request ? ",\"provider\":{\"zdr\":true}" : "")}}}""",
        headers: Cached);

    private static async Task GuardAsync(TestServer server, string body)
    {
        var workspace = (await server.GetJsonAsync("/api/v1/workspaces/default", server.ManagementKey)).GetProperty("data");
        await ManageAsync(server, HttpMethod.Patch, $"/guardrails/{workspace.GetProperty("default_guardrail_id").GetString()}", body);
    }

    private static async Task<HttpStatusCode> ContentStatusAsync(TestServer server, HttpResponseMessage answered)
    {
        using var response = await server.SendAsync(HttpMethod.Get, $"/api/v1/generation/content?id={answered.Headers.GetValues("X-Generation-Id").Single()}", server.InferenceKey);
        return response.StatusCode;
    }

    private static async Task ManageAsync(TestServer server, HttpMethod method, string path, string body)
    {
        using var response = await server.SendAsync(method, "/api/v1" + path, server.ManagementKey, body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<string> SpansAsync(TestServer server, HttpResponseMessage response, int count)
    {
        var trace = (await server.GenerationOfAsync(response)).GetProperty("trace_id").GetString()!;
        return string.Concat((await server.SpansAsync(trace, count)).Select(span => span.GetRawText()));
    }

    private static string CacheStatus(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-OpenRouter-Cache-Status", out var values) ? values.Single() : "none";

    public enum Asker
    {
        Nobody,
        Request,
        Guardrail,
        GuardrailOfOthers,
        Operator,
    }
}
