using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>Embeddings, reranking, images, speech and transcription through a live server: answer, charge, record and trace.</summary>
public sealed class OperationTests
{
    [Fact]
    public async Task Simulator_AnswersEveryOperation()
    {
        await using var server = await TestServer.StartAsync();

        using var vectors = await PostAsync(server, "embeddings", """{"model":"sim/embedding","input":["red panda","blue whale"]}""");
        var embeddings = await TestServer.ReadJsonAsync(vectors);
        Assert.Equal(2, embeddings.GetProperty("data").GetArrayLength());
        Assert.StartsWith("gen-", embeddings.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.True(embeddings.GetProperty("usage").GetProperty("cost").GetDecimal() > 0);
        await AssertRecordAsync(server, vectors, "embeddings", "EMBEDDING");

        using var ranked = await PostAsync(server, "rerank", """{"model":"sim/rerank","query":"blue whale","documents":["a red panda",{"text":"the blue whale"}]}""");
        var best = (await TestServer.ReadJsonAsync(ranked)).GetProperty("results")[0];
        Assert.Equal(1, best.GetProperty("index").GetInt32());
        Assert.Equal("the blue whale", best.GetProperty("document").GetProperty("text").GetString());
        await AssertRecordAsync(server, ranked, "rerank", "RERANKER");

        using var drawn = await PostAsync(server, "images", """{"model":"sim/image","prompt":"a red panda","size":"512"}""");
        var image = (await TestServer.ReadJsonAsync(drawn)).GetProperty("data")[0];
        Assert.Equal("image/png", image.GetProperty("media_type").GetString());
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], image.GetProperty("b64_json").GetBytesFromBase64()[..4]);
        await AssertRecordAsync(server, drawn, "image", "LLM");

        using var spoken = await PostAsync(server, "audio/speech", """{"model":"sim/speech","input":"Hello there","voice":"alto"}""");
        var sound = await spoken.Content.ReadAsByteArrayAsync();
        Assert.Equal("audio/pcm", spoken.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(sound);
        var speech = await AssertRecordAsync(server, spoken, "tts", "LLM");
        Assert.Equal(11 * 0.000001m, speech.GetProperty("total_cost").GetDecimal());

        using var heard = await PostAsync(server, "audio/transcriptions", $$"""{"model":"sim/transcribe","input_audio":{"data":"{{Convert.ToBase64String(Wav(seconds: 2))}}","format":"wav"} }""");
        Assert.NotEmpty((await TestServer.ReadJsonAsync(heard)).GetProperty("text").GetString()!);
        await AssertRecordAsync(server, heard, "stt", "LLM");
    }

    [Fact]
    public async Task Transcription_AsForm_IsTheSameAsJson()
    {
        await using var server = await TestServer.StartAsync();
        var wav = Wav(seconds: 2);
        using var json = await PostAsync(server, "audio/transcriptions", $$"""{"model":"sim/transcribe","response_format":"verbose_json","input_audio":{"data":"{{Convert.ToBase64String(wav)}}","format":"wav"} }""");

        using var form = new MultipartFormDataContent
        {
            { new StringContent("sim/transcribe"), "model" },
            { new StringContent("verbose_json"), "response_format" },
            { new ByteArrayContent(wav), "file", "talk.wav" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "/v1/audio/transcriptions")) { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.InferenceKey);
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
        using var answer = await invoker.SendAsync(request, CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            (await TestServer.ReadJsonAsync(json)).GetProperty("text").GetString(),
            (await TestServer.ReadJsonAsync(answer)).GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("float", "[1,-0.5]", "[1,-0.5]")]
    [InlineData("base64", "[1,-0.5]", "\"AACAPwAAAL8=\"")]
    [InlineData("float", "\"AACAPwAAAL8=\"", "[1,-0.5]")]
    [InlineData("base64", "\"AACAPwAAAL8=\"", "\"AACAPwAAAL8=\"")]
    public async Task Embeddings_ComeInTheFormThatWasAskedFor(string asked, string sent, string expected)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(
            200, $$"""{"object":"list","data":[{"object":"embedding","index":0,"embedding":{{sent}}}],"model":"x","usage":{"prompt_tokens":3,"total_tokens":3} }"""));
        await using var server = await StartAsync(upstream, "embeddings");

        using var response = await PostAsync(server, "embeddings", $$"""{"model":"acme/small","input":"Hi","encoding_format":"{{asked}}"}""");

        var answer = await TestServer.ReadJsonAsync(response);
        Assert.Equal(expected, answer.GetProperty("data")[0].GetProperty("embedding").GetRawText());
        Assert.Equal(0.000003m, answer.GetProperty("usage").GetProperty("cost").GetDecimal());
        Assert.Equal("acme/small", answer.GetProperty("model").GetString());
    }

    [Fact]
    public async Task Speech_ThatBreaksOff_BreaksOffForTheClientAndIsFree()
    {
        await using var upstream = await FakeUpstream.StartAsync(async context =>
        {
            context.Response.ContentType = "audio/mpeg";
            context.Response.ContentLength = 100_000;
            await context.Response.Body.WriteAsync(new byte[1_000]);
            await context.Response.Body.FlushAsync();
            await Task.Delay(100);
            context.Abort();
        });
        await using var server = await StartAsync(upstream, "speech");

        using var response = await PostAsync(server, "audio/speech", """{"model":"acme/small","input":"Hi","voice":"anna","response_format":"mp3"}""");

        Assert.Equal("audio/mpeg", response.Content.Headers.ContentType!.MediaType);
        await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsByteArrayAsync());
        var generation = await server.GenerationOfAsync(response);
        Assert.Equal(0m, generation.GetProperty("total_cost").GetDecimal());
    }

    [Fact]
    public async Task Speech_WithoutVoice_IsRefusedByName()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, "{}"));
        await using var server = await StartAsync(upstream, "speech");

        using var response = await PostAsync(server, "audio/speech", """{"model":"acme/small","input":"Hi"}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("voice", (await TestServer.ReadJsonAsync(response)).GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(upstream.Requests);
    }

    [Fact]
    public async Task Images_Streamed_EndWithTheCompletedEventAndItsCost()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(
            """{"type":"image_generation.partial_image","partial_image_index":0,"b64_json":"iVBORw0K"}""",
            """{"type":"image_generation.completed","b64_json":"iVBORw0KGgo=","usage":{"input_tokens":3,"output_tokens":10,"total_tokens":13}}"""));
        await using var server = await StartAsync(upstream, "image");

        using var response = await PostAsync(server, "images", """{"model":"acme/small","prompt":"a red panda","stream":true}""");

        var (events, hasEnd) = await Sse.ReadAsync(response);
        Assert.True(hasEnd);
        Assert.Equal(["image_generation.partial_image", "image_generation.completed"], events.Select(one => one.GetProperty("type").GetString()));
        Assert.Equal(0.000023m, events[^1].GetProperty("usage").GetProperty("cost").GetDecimal());
    }

    [Fact]
    public async Task Images_CutBeforeTheLast_EndWithAnError()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(
            """{"type":"image_generation.partial_image","partial_image_index":0,"b64_json":"iVBORw0K"}"""));
        await using var server = await StartAsync(upstream, "image");

        using var response = await PostAsync(server, "images", """{"model":"acme/small","prompt":"a red panda","stream":true}""");

        var (events, _) = await Sse.ReadAsync(response);
        Assert.Equal("error", events[^1].GetProperty("type").GetString());
    }

    [Fact]
    public async Task Images_OfAChatModel_ComeByWayOfAConversation()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, """
            {"candidates":[{"content":{"role":"model","parts":[{"inlineData":{"mimeType":"image/jpeg","data":"/9j/4AAQ"}}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":4,"candidatesTokenCount":1290,"totalTokenCount":1294}}
            """));
        await using var server = await StartAsync(upstream, "image", "gemini");

        using var response = await PostAsync(server, "images", """{"model":"acme/small","prompt":"a red panda","aspect_ratio":"16:9"}""");

        var image = (await TestServer.ReadJsonAsync(response)).GetProperty("data")[0];
        Assert.Equal("/9j/4AAQ", image.GetProperty("b64_json").GetString());
        Assert.Equal("image/jpeg", image.GetProperty("media_type").GetString());
        var sent = JsonDocument.Parse(Assert.Single(upstream.Requests).Body).RootElement;
        Assert.Equal("a red panda", sent.GetProperty("contents")[0].GetProperty("parts")[0].GetProperty("text").GetString());
        Assert.Equal("16:9", sent.GetProperty("generationConfig").GetProperty("imageConfig").GetProperty("aspectRatio").GetString());
    }

    [Theory]
    [InlineData("cohere", "/v1/embed", """{"embeddings":{"float":[[0.5,1],[0,1]]},"meta":{"billed_units":{"input_tokens":7}}}""")]
    [InlineData("ollama", "/v1/api/embed", """{"embeddings":[[0.5,1],[0,1]],"prompt_eval_count":7}""")]
    [InlineData("gemini", "/v1/models/small-1:batchEmbedContents", """{"embeddings":[{"values":[0.5,1]},{"values":[0,1]}]}""")]
    public async Task Embeddings_OfOtherDialects(string dialect, string path, string answer)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, answer));
        await using var server = await StartAsync(upstream, "embeddings", dialect);

        using var response = await PostAsync(server, "embeddings", """{"model":"acme/small","input":["one","two"],"dimensions":2,"input_type":"search_query"}""");

        var json = await TestServer.ReadJsonAsync(response);
        Assert.Equal("[0.5,1]", json.GetProperty("data")[0].GetProperty("embedding").GetRawText());
        Assert.Equal(1, json.GetProperty("data")[1].GetProperty("index").GetInt32());
        Assert.True(json.GetProperty("usage").GetProperty("prompt_tokens").GetInt64() > 0);
        Assert.Equal(path, Assert.Single(upstream.Requests).Path);
    }

    [Theory]
    [InlineData("embeddings", """{"model":"acme/small"}""", "'input' is missing")]
    [InlineData("embeddings", """{"model":"acme/small","input":["a",""]}""", "'input[1]'")]
    [InlineData("embeddings", """{"model":"acme/small","input":"a","encoding_format":"hex"}""", "'encoding_format' is \"hex\"")]
    [InlineData("rerank", """{"model":"acme/small","documents":["a"]}""", "'query' is missing")]
    [InlineData("rerank", """{"model":"acme/small","query":"q","documents":[]}""", "'documents' must be a list of 1")]
    [InlineData("rerank", """{"model":"acme/small","query":"q","documents":["a",{}]}""", "'documents[1]'")]
    [InlineData("images", """{"model":"acme/small"}""", "'prompt' is missing")]
    [InlineData("images", """{"model":"acme/small","prompt":"p","size":"1024x1024","resolution":"2K"}""", "'size' is 1024x1024")]
    [InlineData("images", """{"model":"acme/small","prompt":"p","size":"1024x1024","aspect_ratio":"16:9"}""", "do not fit together")]
    [InlineData("images", """{"model":"acme/small","prompt":"p","background":"transparent","output_format":"jpeg"}""", "needs 'output_format'")]
    [InlineData("audio/speech", """{"model":"acme/small","input":"Hi","speed":9}""", "'speed'")]
    [InlineData("audio/speech", """{"model":"acme/small","input":"Hi","response_format":"flac"}""", "mp3, pcm")]
    [InlineData("audio/transcriptions", """{"model":"acme/small"}""", "'input_audio' is missing")]
    [InlineData("audio/transcriptions", """{"model":"acme/small","input_audio":{"data":"data:audio/wav;base64,AA==","format":"wav"}}""", "plain base64")]
    [InlineData("audio/transcriptions", """{"model":"acme/small","input_audio":{"data":"AAAA","format":"wav"},"response_format":"srt"}""", "json, verbose_json")]
    public async Task WrongRequest_IsRefusedByItsPlace(string path, string body, string said)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, "{}"));
        await using var server = await StartAsync(upstream, "embeddings");

        using var response = await PostAsync(server, path, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(said, (await TestServer.ReadJsonAsync(response)).GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(upstream.Requests);
    }

    [Fact]
    public async Task WrongOperation_IsRefusedWithTheRightPath()
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.ChatAsync("""{"model":"sim/embedding","messages":[{"role":"user","content":"Hi"}]}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var availability = (await TestServer.ReadJsonAsync(response)).GetProperty("error").GetProperty("availability");
        Assert.Equal("wrong_endpoint", availability.GetProperty("code").GetString());
        Assert.Contains("/api/v1/embeddings", availability.GetProperty("constraint").GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FailingProvider_IsReplacedHereToo()
    {
        await using var broken = await FakeUpstream.StartAsync(FakeUpstream.Json(500, """{"error":{"message":"down"}}"""));
        await using var sound = await FakeUpstream.StartAsync(FakeUpstream.Json(200, """{"results":[{"index":0,"relevance_score":0.5}],"meta":{"billed_units":{"search_units":2}}}"""));
        await using var server = await TestServer.StartAsync($$"""
            { "providers": { "a": { "dialect": "openai", "base_url": "{{broken.BaseUrl}}", "api_key": "k" }, "b": { "dialect": "openai", "base_url": "{{sound.BaseUrl}}", "api_key": "k" } },
              "models": { "acme/small": { "output_modalities": ["rerank"], "endpoints": [
                { "provider": "a", "upstream_model": "m" }, { "provider": "b", "upstream_model": "m", "pricing": { "prompt": "0", "completion": "0", "search": "0.002" } } ] } } }
            """);

        using var response = await PostAsync(server, "rerank", """{"model":"acme/small","query":"q","documents":["d"]}""");

        var usage = (await TestServer.ReadJsonAsync(response)).GetProperty("usage");
        Assert.Equal(2, usage.GetProperty("search_units").GetInt64());
        Assert.Equal(0.004m, usage.GetProperty("cost").GetDecimal());
    }

    private static Task<HttpResponseMessage> PostAsync(TestServer server, string path, string body) =>
        server.SendAsync(HttpMethod.Post, "/api/v1/" + path, server.InferenceKey, body);

    private static Task<TestServer> StartAsync(FakeUpstream upstream, string modality, string dialect = "openai") => TestServer.StartAsync($$"""
        { "providers": { "acme": { "dialect": "{{dialect}}", "base_url": "{{upstream.BaseUrl}}", "api_key": "acme-secret-credential", "timeouts": { "idle_ms": 2000 } } },
          "models": { "acme/small": { "output_modalities": ["{{modality}}"{{(modality == "embeddings" ? """, "rerank", "image", "speech", "transcription" """ : "")}}],
            "endpoints": [ { "provider": "acme", "upstream_model": "small-1", "pricing": { "prompt": "0.000001", "completion": "0.000002" } } ] } } }
        """);

    private static async Task<JsonElement> AssertRecordAsync(TestServer server, HttpResponseMessage response, string apiType, string spanKind)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var generation = await server.GenerationOfAsync(response);
        Assert.Equal(apiType, generation.GetProperty("api_type").GetString());
        var spans = await server.SpansAsync(generation.GetProperty("trace_id").GetString()!, 2);
        Assert.Contains(spans, span => span.GetProperty("span_kind").GetString() == spanKind);
        return generation;
    }

    // Mono, 8 kHz, 16 bit.
    private static byte[] Wav(int seconds)
    {
        const int rate = 8000;
        var data = new byte[seconds * rate * 2];
        var head = new byte[44];
        Encoding.ASCII.GetBytes("RIFF").CopyTo(head, 0);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), 36 + data.Length);
        Encoding.ASCII.GetBytes("WAVEfmt ").CopyTo(head, 8);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(24), rate);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(28), rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(34), 16);
        Encoding.ASCII.GetBytes("data").CopyTo(head, 36);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(40), data.Length);
        return [.. head, .. data];
    }
}
