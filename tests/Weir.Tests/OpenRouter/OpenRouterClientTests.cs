using System.Net;
using System.Text.Json;
using Weir.OpenRouter;
using Xunit;

namespace Weir.Tests.OpenRouter;

public sealed class OpenRouterClientTests
{
    private const string Answer = """
        {"id":"gen-1","model":"acme/small","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"Hello."}}],
         "usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5,"cost":0.0000019},"brand_new":{"deep":[1]}}
        """;

    private static readonly ChatRequest Hello = new() { Model = "acme/small", Messages = [ChatMessage.User("Say hello")], Temperature = 0.5m };

    [Fact]
    public async Task Send_WritesWhatTheApiReads_AndKeepsWhatItDoesNotKnow()
    {
        using var server = new ScriptedServer(ScriptedServer.Json(Answer));

        var result = await Client(server).Chat.SendAsync(Hello with { Extra = new Dictionary<string, JsonElement> { ["vendor"] = JsonElement.Parse("7") } });

        Assert.Equal((HttpMethod.Post, "/api/v1/chat/completions"), (server.Requests[0].Method, server.Requests[0].Path));
        Assert.Equal("""{"messages":[{"role":"user","content":"Say hello"}],"model":"acme/small","temperature":0.5,"vendor":7}""", server.Requests[0].Body);
        Assert.Equal("Bearer sk-test", server.Messages[0].Headers.Authorization!.ToString());
        Assert.Equal("Hello.", result.Choices![0].Message!.Content!.Text);
        Assert.Equal(0.0000019m, result.Usage!.Cost);
        Assert.Equal("""{"deep":[1]}""", result.Extra!["brand_new"].GetRawText());
    }

    [Fact]
    public async Task Send_AfterPassingFailures_TriesAgainWhenTheServerSays()
    {
        var time = new SkippingTime();
        using var server = new ScriptedServer(
            ScriptedServer.Json("{}", HttpStatusCode.ServiceUnavailable, ("Retry-After", "7")),
            ScriptedServer.Json("{}", HttpStatusCode.TooManyRequests, ("retry-after-ms", "1500")),
            ScriptedServer.Json(Answer));

        await Client(server, time).Chat.SendAsync(Hello);

        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(server.Requests[0].Body, server.Requests[2].Body);
        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(1.5)], time.Pauses);
    }

    [Theory]
    [InlineData(400, "", "", 1)]
    [InlineData(500, "", "", 3)]
    [InlineData(503, "x-should-retry", "false", 1)]
    [InlineData(400, "x-should-retry", "true", 3)]
    [InlineData(429, "Retry-After", "3600", 1)]
    public async Task Send_Failing_IsTriedAsOftenAsThatCanHelp(int status, string header, string value, int tries)
    {
        using var server = new ScriptedServer(ScriptedServer.Json("{}", (HttpStatusCode)status, header.Length > 0 ? [(header, value)] : []));

        await Assert.ThrowsAsync<OpenRouterException>(() => Client(server, new SkippingTime()).Chat.SendAsync(Hello));

        Assert.Equal(tries, server.Requests.Count);
    }

    [Fact]
    public async Task Refusal_IsThrownWithAllThatItSays()
    {
        using var server = new ScriptedServer(ScriptedServer.Json(
            """{"error":{"code":402,"message":"Out of credits.","metadata":{"error_type":"payment_required"}}}""",
            HttpStatusCode.PaymentRequired,
            ("x-generation-id", "gen-9"),
            ("Retry-After", "3")));

        var refusal = await Assert.ThrowsAsync<OpenRouterException>(() => Client(server).Keys.GetCurrentAsync());

        Assert.Equal((402, "402", "gen-9", TimeSpan.FromSeconds(3)), (refusal.Status, refusal.Code, refusal.RequestId, refusal.RetryAfter));
        Assert.Contains("Out of credits.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("payment_required", refusal.Metadata!.Value.GetProperty("error_type").GetString());
    }

    [Fact]
    public async Task Stream_GivesEachChunk_AndEndsAtDone()
    {
        using var server = new ScriptedServer(ScriptedServer.Events(": keep-alive", Chunk("Hel", "null"), Chunk("lo.", "\"stop\""), "data: [DONE]", Chunk("never", "null")));

        var text = "";
        await foreach (var chunk in Client(server).Chat.StreamAsync(Hello))
        {
            text += chunk.Choices![0].Delta!.Content!.Text;
        }

        Assert.Equal("Hello.", text);
        Assert.Contains("\"stream\":true", server.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_CarryingAnError_ThrowsItAfterWhatCame()
    {
        using var server = new ScriptedServer(ScriptedServer.Events(Chunk("Hel", "null"), """data: {"id":"gen-1","error":{"code":502,"message":"Upstream broke."},"choices":[]}"""));
        var seen = 0;

        var failure = await Assert.ThrowsAsync<OpenRouterException>(async () =>
        {
            await foreach (var _ in Client(server).Chat.StreamAsync(Hello))
            {
                seen++;
            }
        });

        Assert.Equal((1, 502), (seen, failure.Status));
    }

    [Fact]
    public async Task Stream_CutBeforeTheModelFinished_IsNotTakenForWhole()
    {
        using var server = new ScriptedServer(ScriptedServer.Events(Chunk("Hel", "null")));

        await Assert.ThrowsAsync<OpenRouterException>(async () =>
        {
            await foreach (var _ in Client(server).Chat.StreamAsync(Hello))
            {
            }
        });
    }

    [Fact]
    public async Task Query_NamesWhatIsAskedFor_AndNothingElse()
    {
        using var server = new ScriptedServer(ScriptedServer.Json("""{"data":[]}"""), ScriptedServer.Json("""{"data":{"id":"x"}}"""));

        await Client(server).Models.ListAsync(new ListModelsQuery { Category = "a&b", Limit = 5 });
        await Client(server).Models.GetAsync("meta-llama", "x/y");

        Assert.Equal("/api/v1/models?limit=5&category=a%26b", server.Requests[0].Path);
        Assert.Equal("/api/v1/model/meta-llama/x%2Fy", server.Requests[1].Path);
    }

    [Fact]
    public async Task StructuredOutput_SendsTheSchemaOfTheType_AndReadsIt()
    {
        using var server = new ScriptedServer(ScriptedServer.Json(Answer.Replace("Hello.", """{\"city\":\"Oslo\",\"days\":null}""", StringComparison.Ordinal)));

        var read = await Client(server).Chat.SendAsync(Hello, WeatherJson.Default.WeatherArguments);

        Assert.Equal(new WeatherArguments("Oslo", null), read);
        using var sent = JsonDocument.Parse(server.Requests[0].Body);
        var schema = sent.RootElement.GetProperty("response_format").GetProperty("json_schema");
        Assert.Equal("WeatherArguments", schema.GetProperty("name").GetString());
        Assert.False(schema.GetProperty("schema").GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(["city", "days"], schema.GetProperty("schema").GetProperty("required").EnumerateArray().Select(static name => name.GetString()));
    }

    [Fact]
    public async Task StructuredOutput_ModelWritesSomethingElse_SaysSo()
    {
        using var server = new ScriptedServer(ScriptedServer.Json(Answer));

        var failure = await Assert.ThrowsAsync<OpenRouterException>(() => Client(server).Chat.SendAsync(Hello, WeatherJson.Default.WeatherArguments));

        Assert.Contains("WeatherArguments", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pkce_ChallengeIsTheHashOfTheVerifier()
    {
        var pkce = Pkce.Create();

        Assert.NotEqual(pkce.Verifier, Pkce.Create().Verifier);
        Assert.Equal(43, pkce.Verifier.Length);
        Assert.Equal("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", new Pkce("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", Pkce.ChallengeOf("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")).Challenge);
        Assert.Equal(
            $"https://openrouter.ai/auth?callback_url=http%3A%2F%2Flocalhost%2Fback&code_challenge={pkce.Challenge}&code_challenge_method=S256",
            pkce.AuthorizationUrl(new Uri("http://localhost/back")).AbsoluteUri);
    }

    internal static OpenRouterClient Client(ScriptedServer server, TimeProvider? time = null) => new(
        new HttpClient(server, disposeHandler: false),
        new OpenRouterOptions { ApiKey = "sk-test", TimeProvider = time ?? TimeProvider.System });

    private static string Chunk(string text, string finish) =>
        $$"""data: {"id":"gen-1","choices":[{"index":0,"delta":{"content":"{{text}}"},"finish_reason":{{finish}}}]}""";
}
