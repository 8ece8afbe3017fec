using System.Text.Json;
using System.Text.Json.Nodes;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Simulator;

/// <summary>The simulator in Gemini's dialect.</summary>
public sealed class GenerateTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    private const string Model = "gemini-sim-small";
    private const string Question = """{"contents":[{"role":"user","parts":[{"text":"How is the weather in Paris and the river there?"}]}]}""";
    private const string Tools = """[{"functionDeclarations":[{"name":"get_weather","description":"weather of a city","parameters":{"type":"OBJECT","properties":{"city":{"type":"STRING"}},"required":["city"]}},{"name":"get_river","description":"river level"}]}]""";
    private const string Thinks = """{"thinkingConfig":{"includeThoughts":true,"thinkingLevel":"low"}}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("?alt=sse")]
    [InlineData("")]
    public async Task Stream_SaysTheSameAsTheWholeAnswer(string query)
    {
        var body = Ask(("generationConfig", Thinks));
        var whole = await CompleteAsync(body);
        using var response = await simulator.Client.PostAsync($"v1beta/models/{Model}:streamGenerateContent{query}", body.ToJsonString());
        var text = await response.Content.ReadAsStringAsync(Ct);
        var chunks = query.Length == 0
            ? [.. JsonElement.Parse(text).EnumerateArray()]
            : text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(item => JsonElement.Parse(item["data: ".Length..])).ToList();

        Assert.Equal(Text(Parts(whole), thought: false), Text(chunks.SelectMany(Parts), thought: false));
        Assert.Equal(Text(Parts(whole), thought: true), Text(chunks.SelectMany(Parts), thought: true));
        Assert.Equal("STOP", Candidate(chunks[^1]).GetProperty("finishReason").GetString());
        Assert.All(chunks.SkipLast(1), chunk => Assert.False(Candidate(chunk).TryGetProperty("finishReason", out _)));
        Assert.Equal(whole.GetProperty("usageMetadata").GetRawText(), chunks[^1].GetProperty("usageMetadata").GetRawText());
        Assert.NotEmpty(Text(Parts(whole), thought: true));
    }

    [Fact]
    public async Task ToolLoop_SignatureBroughtBack_IsAnswered()
    {
        var called = await CompleteAsync(Ask(("tools", Tools)));
        var parts = Parts(called).ToList();
        var answer = await CompleteAsync(Loop(called));

        Assert.Equal(2, parts.Count);
        Assert.True(parts[0].TryGetProperty("thoughtSignature", out _));
        Assert.False(parts[1].TryGetProperty("thoughtSignature", out _));
        Assert.Contains("temperature is 21", Text(Parts(answer), thought: false), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tampered signature", "Corrupted thought signature")]
    [InlineData("tampered arguments", "Corrupted thought signature")]
    [InlineData("no signature", "missing a thought_signature")]
    [InlineData("no response", "function response parts is equal to")]
    [InlineData("skipped", null)]
    public async Task ToolLoop_Broken_IsRefusedAsGoogleDoes(string wrong, string? message)
    {
        var body = Loop(await CompleteAsync(Ask(("tools", Tools))));
        var call = body["contents"]![1]!["parts"]![0]!;
        switch (wrong)
        {
            case "tampered signature":
                call["thoughtSignature"] = "AAAA" + call["thoughtSignature"]!.GetValue<string>()[4..];
                break;
            case "tampered arguments":
                call["functionCall"]!["args"]!["city"] = "Rome, changed";
                break;
            case "no signature":
                call.AsObject().Remove("thoughtSignature");
                break;
            case "no response":
                body["contents"]![2]!["parts"]!.AsArray().RemoveAt(0);
                break;
            default:
                call["thoughtSignature"] = "skip_thought_signature_validator";
                break;
        }

        var (status, answer) = await simulator.Client.AskAsync($"v1beta/models/{Model}:generateContent", body.ToJsonString());

        Assert.Equal(message is null ? 200 : 400, status);
        if (message is not null)
        {
            Assert.Equal("INVALID_ARGUMENT", answer.GetProperty("error").GetProperty("status").GetString());
            Assert.Contains(message, answer.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("responseSchema", """{"type":"OBJECT","properties":{"type":{"type":"STRING"},"ids":{"type":"ARRAY","items":{"type":"INTEGER"},"minItems":"2"}},"required":["type","ids"]}""")]
    [InlineData("responseJsonSchema", """{"type":"object","properties":{"type":{"type":"string"},"ids":{"type":"array","items":{"type":"integer"},"minItems":2}},"required":["type","ids"]}""")]
    public async Task Schema_OfEitherKind_IsMet(string name, string schema)
    {
        const string Plain = """{"type":"object","properties":{"type":{"type":"string"},"ids":{"type":"array","items":{"type":"integer"},"minItems":2}},"required":["type","ids"]}""";
        var answer = await CompleteAsync(Ask(("generationConfig", $$"""{"responseMimeType":"application/json","{{name}}":{{schema}}}""")));

        Assert.Empty(SimulatorSchemaCheck.Violations(Plain, Text(Parts(answer), thought: false)));
    }

    [Fact]
    public async Task Image_IsDrawnOnDemand()
    {
        var (_, answer) = await simulator.Client.AskAsync("v1beta/models/gemini-sim-image:generateContent", Ask(("generationConfig", """{"responseModalities":["TEXT","IMAGE"]}""")).ToJsonString());
        var image = Parts(answer).Single(part => part.TryGetProperty("inlineData", out _)).GetProperty("inlineData");
        var (status, _) = await simulator.Client.AskAsync($"v1beta/models/{Model}:generateContent", Ask(("generationConfig", """{"responseModalities":["IMAGE"]}""")).ToJsonString());

        ImageTests.AssertPng(image.GetProperty("data").GetBytesFromBase64(), 512, 512);
        Assert.Equal("IMAGE", answer.GetProperty("usageMetadata").GetProperty("candidatesTokensDetails")[0].GetProperty("modality").GetString());
        Assert.Equal(400, status);
    }

    [Theory]
    [InlineData("generateContent")]
    [InlineData("streamGenerateContent")]
    public async Task FilteredPrompt_HasAReasonAndNoCandidate(string method)
    {
        var (status, body) = await simulator.Client.AskAsync($"v1beta/models/sim/fault-400-filter:{method}", Question);
        var answer = method == "generateContent" ? body : Assert.Single(body.EnumerateArray());

        Assert.Equal(200, status);
        Assert.Equal("PROHIBITED_CONTENT", answer.GetProperty("promptFeedback").GetProperty("blockReason").GetString());
        Assert.False(answer.TryGetProperty("candidates", out _));
    }

    [Theory]
    [InlineData("429", 429, "RESOURCE_EXHAUSTED")]
    [InlineData("503", 503, "UNAVAILABLE")]
    [InlineData("500", 500, "INTERNAL")]
    public async Task Faults_FailInGooglesShape(string fault, int status, string name)
    {
        var (actual, body) = await simulator.Client.AskAsync($"v1beta/models/{Model}:generateContent", Question, ("x-sim-status", fault), ("x-sim-retry-after", "3"));

        Assert.Equal(status, actual);
        Assert.Equal(status, body.GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal(name, body.GetProperty("error").GetProperty("status").GetString());
        Assert.Equal("3s", body.GetProperty("error").GetProperty("details")[0].GetProperty("retryDelay").GetString());
    }

    [Fact]
    public async Task Faults_LeaveUsageOutOrBreakTheStream()
    {
        var (_, bare) = await simulator.Client.AskAsync("v1beta/sim/fault-no-usage:generateContent", Question);
        using var broken = await simulator.Client.PostAsync("v1beta/sim/fault-malformed:streamGenerateContent?alt=sse", Question);
        var events = (await broken.Content.ReadAsStringAsync(Ct)).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        var cut = await Assert.ThrowsAnyAsync<HttpRequestException>(async () =>
        {
            using var response = await simulator.Client.PostAsync($"v1beta/models/{Model}:streamGenerateContent", Question, ("x-sim-cut-after", "2"));
            await response.Content.ReadAsStringAsync(Ct);
        });

        Assert.False(bare.TryGetProperty("usageMetadata", out _));
        Assert.ThrowsAny<JsonException>(() => JsonElement.Parse(events[4][6..]));
        Assert.NotNull(cut);
    }

    [Fact]
    public async Task Counts_AndModels_AreAnswered()
    {
        var (_, count) = await simulator.Client.AskAsync($"v1beta/models/{Model}:countTokens", Question);
        var answer = await CompleteAsync(Ask());
        using var response = await simulator.Client.SendAsync(HttpMethod.Get, "v1beta/models");
        var models = JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct)).GetProperty("models");

        Assert.Equal(answer.GetProperty("usageMetadata").GetProperty("promptTokenCount").GetInt32(), count.GetProperty("totalTokens").GetInt32());
        Assert.Contains("models/sim/small", models.EnumerateArray().Select(model => model.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Embeddings_AreThoseOfTheOtherDialect()
    {
        var (_, one) = await simulator.Client.AskAsync("v1beta/models/sim/embedding:embedContent", """{"content":{"parts":[{"text":"river"}]},"outputDimensionality":8}""");
        var (_, many) = await simulator.Client.AskAsync("v1beta/models/sim/embedding:batchEmbedContents", """{"requests":[{"content":{"parts":[{"text":"river"}]},"outputDimensionality":8}]}""");
        var (_, other) = await simulator.Client.AskAsync("v1/embeddings", """{"model":"sim/embedding","input":"river","dimensions":8}""");

        Assert.Equal(other.GetProperty("data")[0].GetProperty("embedding").GetRawText(), one.GetProperty("embedding").GetProperty("values").GetRawText());
        Assert.Equal(one.GetProperty("embedding").GetRawText(), many.GetProperty("embeddings")[0].GetRawText());
    }

    [Theory]
    [InlineData("v1beta/models/nobody:generateContent", Question, 404)]
    [InlineData("v1beta/models/gemini-sim-small:guess", Question, 404)]
    [InlineData("v1beta/models/gemini-sim-small:generateContent", "{}", 400)]
    [InlineData("v1beta/models/gemini-sim-small:generateContent", """{"contents":[{"role":"king","parts":[{"text":"a"}]}]}""", 400)]
    [InlineData("v1beta/models/gemini-sim-small:generateContent", """{"contents":[{"role":"user","parts":[{"functionResponse":{"name":"f","response":{}}}]}]}""", 400)]
    public async Task Request_Wrong_IsRefused(string path, string body, int status)
    {
        var (actual, answer) = await simulator.Client.AskAsync(path, body);

        Assert.Equal(status, actual);
        Assert.Equal(status, answer.GetProperty("error").GetProperty("code").GetInt32());
    }

    private static JsonElement Candidate(JsonElement answer) => answer.GetProperty("candidates")[0];

    private static IEnumerable<JsonElement> Parts(JsonElement answer) => Candidate(answer).GetProperty("content").GetProperty("parts").EnumerateArray();

    private static string Text(IEnumerable<JsonElement> parts, bool thought) => string.Concat(
        parts.Where(part => part.TryGetProperty("thought", out _) == thought && part.TryGetProperty("text", out _)).Select(part => part.GetProperty("text").GetString()));

    private static JsonObject Ask(params (string Name, string Json)[] fields)
    {
        var request = JsonNode.Parse(Question)!.AsObject();
        foreach (var (name, json) in fields)
        {
            request[name] = JsonNode.Parse(json);
        }

        return request;
    }

    // The second turn of a tool loop: what the model said, and a response for each of its calls.
    private static JsonObject Loop(JsonElement called)
    {
        var body = Ask(("tools", Tools));
        var responses = Parts(called).Select(part => part.GetProperty("functionCall"))
            .Select(call => $$$"""{"functionResponse":{"id":"{{{call.GetProperty("id").GetString()}}}","name":"{{{call.GetProperty("name").GetString()}}}","response":{"temperature":21} } }""");
        body["contents"]!.AsArray().Add(JsonNode.Parse(Candidate(called).GetProperty("content").GetRawText()));
        body["contents"]!.AsArray().Add(JsonNode.Parse($$"""{"role":"user","parts":[{{string.Join(',', responses)}}]}"""));
        return body;
    }

    private async Task<JsonElement> CompleteAsync(JsonObject body)
    {
        var (status, answer) = await simulator.Client.AskAsync($"v1beta/models/{Model}:generateContent", body.ToJsonString());
        Assert.True(status == 200, answer.GetRawText());
        return answer;
    }
}
