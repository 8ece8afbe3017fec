using System.Text.Json;
using Weir.Simulator.Audio;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Simulator;

/// <summary>What a chat answer has besides text: reasoning, pictures and sound.</summary>
public sealed class ChatMediaTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [Fact]
    public async Task Reasoning_Streamed_IsTheSameAndSignedAtItsEnd()
    {
        var ask = SimulatorClient.Ask(("reasoning", """{"effort":"high"}"""), ("stream_options", """{"include_usage":true}"""));
        var whole = await simulator.Client.CompleteAsync(ask);
        var message = whole.GetProperty("choices")[0].GetProperty("message");
        var stream = await simulator.Client.StreamAsync(ask);
        var details = stream.Deltas().Where(delta => delta.TryGetProperty("reasoning_details", out _)).Select(delta => delta.GetProperty("reasoning_details")[0]).ToList();

        Assert.Equal(message.GetProperty("reasoning").GetString(), string.Concat(details.SkipLast(1).Select(detail => detail.GetProperty("text").GetString())));
        Assert.Equal(message.GetProperty("reasoning_details")[0].GetProperty("signature").GetString(), details[^1].GetProperty("signature").GetString());
        Assert.Equal(message.GetProperty("content").GetString(), stream.Text());
        Assert.True(ReasoningTokens(whole.GetProperty("usage")) > 0);
        Assert.Equal(ReasoningTokens(whole.GetProperty("usage")), ReasoningTokens(stream.Usage()!.Value));
    }

    [Fact]
    public async Task Reasoning_Hidden_IsChargedAndNotShown()
    {
        var ask = SimulatorClient.Ask(("reasoning", """{"effort":"low","exclude":true}"""));
        var whole = await simulator.Client.CompleteAsync(ask);
        var stream = await simulator.Client.StreamAsync(ask);

        Assert.True(ReasoningTokens(whole.GetProperty("usage")) > 0);
        Assert.False(whole.GetProperty("choices")[0].GetProperty("message").TryGetProperty("reasoning", out _));
        Assert.DoesNotContain(stream.Deltas(), delta => delta.TryGetProperty("reasoning_details", out _));
    }

    [Fact]
    public async Task Reasoning_CountsTowardsTheLimit()
    {
        var answer = await simulator.Client.CompleteAsync(SimulatorClient.Ask(("reasoning_effort", "\"high\""), ("max_tokens", "5")));

        Assert.Equal("length", answer.GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.Equal(5, answer.GetProperty("usage").GetProperty("completion_tokens").GetInt32());
        Assert.Equal(5, ReasoningTokens(answer.GetProperty("usage")));
    }

    [Fact]
    public async Task Image_IsADataUrlWholeAndStreamed()
    {
        var ask = SimulatorClient.Ask(("model", "\"sim/image\""), ("modalities", """["image","text"]"""));
        var whole = await simulator.Client.CompleteAsync(ask);
        var url = UrlOf(whole.GetProperty("choices")[0].GetProperty("message"));
        var streamed = (await simulator.Client.StreamAsync(ask)).Deltas().Single(delta => delta.TryGetProperty("images", out _));

        ImageTests.AssertPng(Convert.FromBase64String(url["data:image/png;base64,".Length..]), 512, 512);
        Assert.Equal(url, UrlOf(streamed));
        Assert.True(whole.GetProperty("usage").GetProperty("completion_tokens_details").GetProperty("image_tokens").GetInt32() > 0);
    }

    [Fact]
    public async Task Audio_LastsAsLongAsItsTranscript()
    {
        var ask = SimulatorClient.Ask(("model", "\"sim/audio\""), ("modalities", """["text","audio"]"""), ("audio", """{"voice":"alloy","format":"wav"}"""));
        var message = (await simulator.Client.CompleteAsync(ask)).GetProperty("choices")[0].GetProperty("message");
        var audio = message.GetProperty("audio");
        var transcript = audio.GetProperty("transcript").GetString()!;

        Assert.Equal(JsonValueKind.Null, message.GetProperty("content").ValueKind);
        Assert.Equal(transcript.Length / 15.0, WavFormat.LengthOf(audio.GetProperty("data").GetBytesFromBase64())!.Value.TotalSeconds, 1);
    }

    [Fact]
    public async Task Audio_Streamed_IsTheWholeSoundInPieces()
    {
        var ask = SimulatorClient.Ask(("model", "\"sim/audio\""), ("modalities", """["text","audio"]"""), ("audio", """{"voice":"alloy","format":"pcm16"}"""));
        var whole = (await simulator.Client.CompleteAsync(ask)).GetProperty("choices")[0].GetProperty("message").GetProperty("audio");
        var pieces = (await simulator.Client.StreamAsync(ask)).Deltas().Where(delta => delta.TryGetProperty("audio", out _)).Select(delta => delta.GetProperty("audio")).ToList();

        Assert.Equal(whole.GetProperty("transcript").GetString(), string.Concat(pieces.SkipLast(1).Select(piece => piece.GetProperty("transcript").GetString())));
        Assert.Equal(whole.GetProperty("data").GetBytesFromBase64(), pieces.SkipLast(1).SelectMany(piece => piece.GetProperty("data").GetBytesFromBase64()));
    }

    [Theory]
    [InlineData("sim/small", """["image"]""", "pcm16", "wrong_endpoint")]
    [InlineData("sim/small", """["text","audio"]""", "pcm16", "wrong_endpoint")]
    [InlineData("sim/audio", """["text","audio"]""", "opus", "invalid_value")]
    public async Task Modality_TheModelCannotMake_IsRefused(string model, string modalities, string format, string code)
    {
        var (status, error) = await simulator.Client.FailAsync(SimulatorClient.Ask(("model", $"\"{model}\""), ("modalities", modalities), ("audio", $$"""{"voice":"alloy","format":"{{format}}"}""")));

        Assert.Equal(400, status);
        Assert.Equal(code, error.GetProperty("code").GetString());
    }

    private static int ReasoningTokens(JsonElement usage) => usage.GetProperty("completion_tokens_details").GetProperty("reasoning_tokens").GetInt32();

    private static string UrlOf(JsonElement message) => message.GetProperty("images")[0].GetProperty("image_url").GetProperty("url").GetString()!;
}
