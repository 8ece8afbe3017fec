using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Contract;

/// <summary>What works, against the schemas of the document: whole answers, and every event of a stream.</summary>
public sealed class ContractAnswerTests
{
    private static readonly string[] Streaming = ["/chat/completions", "/responses", "/messages", "/images"];

    public static TheoryData<string> Operations => [.. ContractCalls.ByOperation.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task ModelCalls_AnswerAsTheDocumentSays(string operation)
    {
        var check = new ContractCheck(ContractDocument.Open());
        await using var server = await TestServer.StartAsync();

        foreach (var body in ContractCalls.ByOperation[operation])
        {
            // A stream shows one image.
            foreach (var streamed in Streaming.Contains(operation) && !body.Contains("\"n\":", StringComparison.Ordinal) ? [false, true] : new[] { false })
            {
                var sent = streamed ? body.Insert(1, "\"stream\":true,") : body;
                using var answer = await server.SendAsync(HttpMethod.Post, "/api/v1" + operation, server.InferenceKey, sent);
                var text = await check.CheckAsync("post", operation, sent, answer);
                Assert.True(answer.IsSuccessStatusCode, $"{sent}: {text}");
                Assert.Equal(streamed, answer.Content.Headers.ContentType!.MediaType == "text/event-stream");
            }
        }

        Assert.True(check.Violations.Count == 0, string.Join('\n', check.Violations));
    }

    [Theory]
    [InlineData("/chat/completions")]
    [InlineData("/responses")]
    [InlineData("/messages")]
    [InlineData("/embeddings")]
    public async Task RouterMetadataDebugAndCache_AnswerAsTheDocumentSays(string operation)
    {
        var check = new ContractCheck(ContractDocument.Open());
        await using var server = await TestServer.StartAsync();
        (string, string)[] headers = [("X-OpenRouter-Metadata", "enabled"), ("X-OpenRouter-Cache", "true")];

        foreach (var prefix in Streaming.Contains(operation) ? ["", "\"stream\":true,\"debug\":{\"echo_upstream_body\":true},"] : new[] { "" })
        {
            var sent = ContractCalls.ByOperation[operation][0].Insert(1, prefix);
            foreach (var cached in (string[])["MISS", "HIT"])
            {
                using var answer = await server.SendAsync(HttpMethod.Post, "/api/v1" + operation, server.InferenceKey, sent, headers);
                var text = await check.CheckAsync("post", operation, $"{cached} {sent}", answer);
                Assert.Equal(cached, answer.Headers.GetValues("X-OpenRouter-Cache-Status").Single());
                Assert.Equal(cached == "MISS" && operation != "/embeddings", text.Contains("openrouter_metadata", StringComparison.Ordinal));
            }
        }

        using var wrong = await server.SendAsync(HttpMethod.Post, "/api/v1" + operation, server.InferenceKey, ContractCalls.ByOperation[operation][0].Replace("\"sim/", "\"no/", StringComparison.Ordinal), headers);
        _ = await check.CheckAsync("post", operation, "unknown model", wrong);
        Assert.True(check.Violations.Count == 0, string.Join('\n', check.Violations));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task ExamplesOfTheDocument_AreNotRefused(string operation)
    {
        var document = ContractDocument.Open();
        await using var server = await TestServer.StartAsync();
        var schema = document.RequestSchema(operation);
        var known = JsonNode.Parse(ContractCalls.ByOperation[operation][0])!.AsObject();
        var refused = new List<string>();

        await SendAsync(schema.GetProperty("example"), member: null);
        foreach (var property in schema.GetProperty("properties").EnumerateObject())
        {
            if (property.Value.TryGetProperty("example", out var example) || document.Follow(property.Value).TryGetProperty("example", out example))
            {
                var body = known.DeepClone();
                body[property.Name] = JsonNode.Parse(example.GetRawText());
                await SendAsync(JsonElement.Parse(body.ToJsonString()), property.Name);
            }
        }

        Assert.True(refused.Count == 0, string.Join('\n', refused));

        async Task SendAsync(JsonElement example, string? member)
        {
            // The models, the providers and the recording of the examples are of another place.
            var body = JsonNode.Parse(example.GetRawText())!.AsObject();
            body["model"] = member == "modalities" ? "sim/image" : known["model"]!.DeepClone();
            _ = body.Remove("models") | body.Remove("fallbacks");
            if (body["provider"] is JsonObject provider)
            {
                _ = provider.Remove("only") | provider.Remove("order");
            }

            if (member == "top_logprobs" && operation == "/chat/completions")
            {
                body["logprobs"] = true;
            }

            if (body.ContainsKey("input_audio"))
            {
                body["input_audio"] = known["input_audio"]!.DeepClone();
            }

            using var answer = await server.SendAsync(HttpMethod.Post, "/api/v1" + operation, server.InferenceKey, body.ToJsonString());
            var status = (int)answer.StatusCode;
            var text = answer.IsSuccessStatusCode ? "" : await answer.Content.ReadAsStringAsync();
            var isNotBuilt = member is not null && ContractExceptions.NotBuilt.ContainsKey(member);
            if (isNotBuilt ? status is not (200 or 501) : status != 200)
            {
                refused.Add($"{operation} {status} {member}: {text} for {body.ToJsonString()}");
            }
        }
    }

    [Fact]
    public async Task Keys_AnswerAsTheDocumentSays()
    {
        var check = new ContractCheck(ContractDocument.Open());
        await using var server = await TestServer.StartAsync();

        var made = await CallAsync("post", "/keys", "/keys", """{"name":"Contract","limit":50,"limit_reset":"monthly","include_byok_in_limit":true,"expires_at":"2099-12-31T23:59:59Z"}""");
        var hash = JsonElement.Parse(made).GetProperty("data").GetProperty("hash").GetString();
        _ = await CallAsync("get", "/keys", "/keys");
        _ = await CallAsync("get", "/keys/{hash}", $"/keys/{hash}");
        _ = await CallAsync("patch", "/keys/{hash}", $"/keys/{hash}", """{"name":"Renamed","disabled":true,"limit":75,"limit_reset":"daily","include_byok_in_limit":false}""");
        _ = await CallAsync("get", "/key", "/key");
        _ = await CallAsync("delete", "/keys/{hash}", $"/keys/{hash}");
        _ = await CallAsync("get", "/keys/{hash}", $"/keys/{hash}", isWrong: true);
        _ = await CallAsync("delete", "/keys/{hash}", "/keys/none", isWrong: true);
        _ = await CallAsync("patch", "/keys/{hash}", "/keys/none", """{"name":"x"}""", isWrong: true);
        _ = await CallAsync("post", "/keys", "/keys", "{}", isWrong: true);
        _ = await CallAsync("post", "/keys", "/keys", """{"name":"x"}""", isWrong: true, key: server.InferenceKey);
        _ = await CallAsync("get", "/keys", "/keys", isWrong: true, key: "wrong");
        _ = await CallAsync("get", "/key", "/key", isWrong: true, key: "");

        Assert.True(check.Violations.Count == 0, string.Join('\n', check.Violations));

        async Task<string> CallAsync(string method, string operation, string path, string? body = null, bool isWrong = false, string? key = null)
        {
            using var answer = await server.SendAsync(new HttpMethod(method.ToUpperInvariant()), "/api/v1" + path, key ?? server.ManagementKey, body);
            var text = await check.CheckAsync(method, operation, body ?? "", answer);
            Assert.True(isWrong != answer.IsSuccessStatusCode, $"{method} {path}: {text}");
            return text;
        }
    }

    [Theory]
    [InlineData("/chat/completions", false)]
    [InlineData("/chat/completions", true)]
    [InlineData("/responses", true)]
    [InlineData("/messages", false)]
    [InlineData("/embeddings", false)]
    [InlineData("/images", false)]
    public async Task Generation_OfEveryKindOfCall_AnswersAsTheDocumentSays(string operation, bool streamed)
    {
        var check = new ContractCheck(ContractDocument.Open());
        await using var server = await TestServer.StartAsync();
        var body = ContractCalls.ByOperation[operation][0];
        using var call = await server.SendAsync(HttpMethod.Post, "/api/v1" + operation, server.InferenceKey, streamed ? body.Insert(1, "\"stream\":true,") : body);
        _ = await call.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        using var answer = await server.SendAsync(HttpMethod.Get, $"/api/v1/generation?id={call.Headers.GetValues("X-Generation-Id").Single()}", server.InferenceKey);
        var text = await check.CheckAsync("get", "/generation", "", answer);
        using var unknown = await server.SendAsync(HttpMethod.Get, "/api/v1/generation?id=gen-1234567890-abcdefghijklmnopqrst", server.InferenceKey);
        _ = await check.CheckAsync("get", "/generation", "unknown", unknown);

        Assert.True(answer.IsSuccessStatusCode, text);
        Assert.Equal(404, (int)unknown.StatusCode);
        Assert.True(check.Violations.Count == 0, string.Join('\n', check.Violations));
    }

    [Fact]
    public async Task TranscriptionOfAForm_AnswersAsTheDocumentSays()
    {
        var check = new ContractCheck(ContractDocument.Open());
        await using var server = await TestServer.StartAsync();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("sim/transcribe", Encoding.UTF8), "model" },
            { new StringContent("en", Encoding.UTF8), "language" },
            { new ByteArrayContent(Sound.Wav()), "file", "audio.wav" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "/api/v1/audio/transcriptions")) { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.InferenceKey);
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
        using var answer = await invoker.SendAsync(request, TestContext.Current.CancellationToken);

        var text = await check.CheckAsync("post", "/audio/transcriptions", "form", answer);

        Assert.True(answer.IsSuccessStatusCode, text);
        Assert.True(check.Violations.Count == 0, string.Join('\n', check.Violations));
    }
}
