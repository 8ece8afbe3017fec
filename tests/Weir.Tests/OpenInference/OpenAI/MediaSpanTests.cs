using System.ClientModel;
using System.Diagnostics;
using System.Text;
using Weir.OpenInference;
using Weir.OpenInference.OpenAI;
using global::OpenAI.Audio;
using global::OpenAI.Embeddings;
using global::OpenAI.Images;
using Xunit;

namespace Weir.Tests.OpenInference.OpenAI;

/// <summary>Images, speech, transcripts and batches through their own clients.</summary>
public sealed class MediaSpanTests
{
    private static readonly ApiKeyCredential Key = new("sk-test");

    [Theory]
    [InlineData(100, "data:image/png;base64,iVBORw0KGgo=")]
    [InlineData(10, "__REDACTED__")]
    public async Task Image_IsRecordedUpToTheLengthThatIsAllowed(int maxLength, string recorded)
    {
        await using var server = LoopbackServer.Json(200, """{"created":1,"data":[{"b64_json":"iVBORw0KGgo="}],"usage":{"input_tokens":4,"output_tokens":9,"total_tokens":13}}""");
        using var spans = new SpanCollector();
        var client = new ImageClient("gpt-image-1", Key, TestClient.Options(server.Address).AddOpenInference(Recording(maxLength)));

        await client.GenerateImageAsync("a red panda");

        var span = Assert.Single(spans.Spans);
        Assert.Equal("ImagesResponse", span.DisplayName);
        Assert.Equal(ActivityStatusCode.Ok, span.Status);
        Assert.Equal("gpt-image-1", span.GetTagItem("llm.model_name"));
        Assert.Equal("a red panda", span.GetTagItem("llm.input_messages.0.message.content"));
        Assert.Equal(recorded, span.GetTagItem("llm.output_messages.0.message.contents.0.message_content.image.image.url"));
        Assert.Equal(maxLength > 20, ((string)span.GetTagItem("output.value")!).Contains("iVBOR", StringComparison.Ordinal));
        Assert.Equal(13L, span.GetTagItem("llm.token_count.total"));
    }

    [Fact]
    public async Task Transcription_FileFromAStreamThatIsReadOnce_ArrivesWhole()
    {
        await using var server = LoopbackServer.Json(200, """{"text":"Hello there.","usage":{"type":"tokens","input_tokens":14,"output_tokens":3,"total_tokens":17}}""");
        using var spans = new SpanCollector();
        var client = new AudioClient("whisper-1", Key, TestClient.Options(server.Address).AddOpenInference(Recording()));
        using var sound = new OneWayStream(Encoding.ASCII.GetBytes("RIFF-sound-RIFF"));

        var heard = await client.TranscribeAudioAsync(sound, "talk.wav");

        Assert.Equal("Hello there.", heard.Value.Text);
        Assert.Contains("RIFF-sound-RIFF", server.Requests[0].Text, StringComparison.Ordinal);
        var span = Assert.Single(spans.Spans);
        Assert.Equal("Transcription", span.DisplayName);
        Assert.Equal("Hello there.", span.GetTagItem("llm.output_messages.0.message.content"));
        Assert.Null(span.GetTagItem("input.value"));
    }

    [Fact]
    public async Task Embeddings_Batch_RecordsEachTextWithItsVector()
    {
        // 0.5 and -0.25, and 1 and 2, as little-endian floats; out of order, as a server may send them.
        await using var server = LoopbackServer.Json(
            200,
            """{"object":"list","model":"text-embedding-3-small","data":[{"object":"embedding","index":1,"embedding":"AACAPwAAAEA="},{"object":"embedding","index":0,"embedding":"AAAAPwAAgL4="}],"usage":{"prompt_tokens":2,"total_tokens":2}}""");
        using var spans = new SpanCollector();
        var client = new EmbeddingClient("text-embedding-3-small", Key, TestClient.Options(server.Address).AddOpenInference(Recording()));

        await client.GenerateEmbeddingsAsync(["alpha", "beta"]);

        var span = Assert.Single(spans.Spans);
        Assert.Equal("alpha", span.GetTagItem("embedding.embeddings.0.embedding.text"));
        Assert.Equal([0.5, -0.25], Assert.IsType<double[]>(span.GetTagItem("embedding.embeddings.0.embedding.vector")));
        Assert.Equal([1.0, 2.0], Assert.IsType<double[]>(span.GetTagItem("embedding.embeddings.1.embedding.vector")));
    }

    private static OpenInferenceOptions Recording(int maxLength = 32_000) =>
        new() { TraceConfig = TraceConfig.IgnoringEnvironment with { Base64ImageMaxLength = maxLength } };

    /// <summary>A stream that cannot go back, as of a microphone.</summary>
    private sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
