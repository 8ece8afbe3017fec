using System.Net;
using System.Text.Json;
using Weir.Simulator.Audio;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Simulator;

public sealed class AudioTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    private const string Text = "The river bends around the old town of Paris.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("wav", "audio/wav")]
    [InlineData("mp3", "audio/mpeg")]
    [InlineData("pcm", "audio/pcm")]
    public async Task Speech_LastsAsLongAsAVoiceWouldNeed(string format, string contentType)
    {
        using var response = await simulator.Client.PostAsync("v1/audio/speech", Speech(format));
        var sound = await response.Content.ReadAsByteArrayAsync(Ct);
        var length = WavFormat.LengthOf(sound) ?? Mp3Silence.LengthOf(sound) ?? TimeSpan.FromSeconds(sound.Length / 48_000.0);

        Assert.Equal(contentType, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Text.Length / 15.0, length.TotalSeconds, 1);
    }

    [Fact]
    public async Task Mp3_IsFramesFromEndToEnd()
    {
        using var response = await simulator.Client.PostAsync("v1/audio/speech", Speech("mp3"));
        var sound = await response.Content.ReadAsByteArrayAsync(Ct);

        Assert.Equal(0, sound.Length % 96);
        Assert.All(sound.Chunk(96), frame => Assert.Equal([0xFF, 0xF3], frame[..2]));
    }

    [Fact]
    public async Task Speech_Faster_IsShorter()
    {
        using var usual = await simulator.Client.PostAsync("v1/audio/speech", Speech("pcm"));
        using var fast = await simulator.Client.PostAsync("v1/audio/speech", Speech("pcm", ",\"speed\":2"));

        Assert.Equal((await usual.Content.ReadAsByteArrayAsync(Ct)).Length / 2.0, (await fast.Content.ReadAsByteArrayAsync(Ct)).Length, 2.0);
    }

    [Fact]
    public async Task Speech_Streamed_IsTheSameSound()
    {
        using var whole = await simulator.Client.PostAsync("v1/audio/speech", Speech("pcm"));
        using var response = await simulator.Client.PostAsync("v1/audio/speech", Speech("pcm", ",\"stream_format\":\"sse\""));
        var events = Events(await response.Content.ReadAsStringAsync(Ct));
        var sound = events.SkipLast(1).SelectMany(item => item.GetProperty("audio").GetBytesFromBase64());

        Assert.Equal(await whole.Content.ReadAsByteArrayAsync(Ct), sound);
        Assert.Equal("speech.audio.done", events[^1].GetProperty("type").GetString());
    }

    [Fact]
    public async Task Speech_FormatThatNeedsAnEncoder_IsRefusedByName()
    {
        var (status, body) = await simulator.Client.AskAsync("v1/audio/speech", Speech("opus"));

        Assert.Equal(400, status);
        Assert.Contains("'opus'", body.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speech_Cut_BreaksInTheMiddle()
    {
        using var response = await simulator.Client.PostAsync("v1/audio/speech", Speech("wav"), ("x-sim-cut-after", "1"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => response.Content.ReadAsByteArrayAsync(Ct));
    }

    [Fact]
    public async Task Transcript_SameRecording_IsTheSameAndFillsItsTime()
    {
        var recording = WavFormat.Wrap(new byte[48_000 * 4]);
        using var first = await TranscribeAsync(recording, ("response_format", "verbose_json"), ("timestamp_granularities[]", "word"), ("timestamp_granularities[]", "segment"));
        using var second = await TranscribeAsync(recording);
        var verbose = JsonElement.Parse(await first.Content.ReadAsStringAsync(Ct));
        var plain = JsonElement.Parse(await second.Content.ReadAsStringAsync(Ct));
        var words = verbose.GetProperty("words").EnumerateArray().ToList();

        Assert.Equal(plain.GetProperty("text").GetString(), verbose.GetProperty("text").GetString());
        Assert.Equal(4, verbose.GetProperty("duration").GetDouble());
        Assert.Equal(10, words.Count);
        Assert.Equal(4, words[^1].GetProperty("end").GetDouble(), 2);
        Assert.Equal(2, verbose.GetProperty("segments").GetArrayLength());
        Assert.Equal(4, plain.GetProperty("usage").GetProperty("seconds").GetInt32());
    }

    [Theory]
    [InlineData("text", "", "\n")]
    [InlineData("srt", "1\n00:00:00,000 --> 00:00:0", "\n\n")]
    [InlineData("vtt", "WEBVTT\n\n00:00:00.000 --> 00:00:0", "\n\n")]
    public async Task Transcript_AsSubtitles_IsText(string format, string start, string end)
    {
        using var response = await TranscribeAsync(WavFormat.Wrap(new byte[48_000]), ("response_format", format));
        var text = await response.Content.ReadAsStringAsync(Ct);

        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith(start, text, StringComparison.Ordinal);
        Assert.EndsWith(end, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transcript_Streamed_IsTheSameText()
    {
        using var response = await TranscribeAsync(WavFormat.Wrap(new byte[48_000]), ("stream", "true"));
        var events = Events(await response.Content.ReadAsStringAsync(Ct));

        Assert.Equal(events[^1].GetProperty("text").GetString(), string.Concat(events.SkipLast(1).Select(item => item.GetProperty("delta").GetString())));
    }

    [Fact]
    public async Task Transcript_WithoutAForm_IsRefused()
    {
        var (status, body) = await simulator.Client.AskAsync("v1/audio/transcriptions", "{}");

        Assert.Equal(400, status);
        Assert.Equal("invalid_form", body.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public void Wav_WithASizeBeyondTheFile_PlaysTheRestOfIt()
    {
        var file = WavFormat.Wrap(new byte[48_000]);
        file.AsSpan(40, 4).Fill(0xFF);

        Assert.Equal(TimeSpan.FromSeconds(1), WavFormat.LengthOf(file));
        Assert.Null(WavFormat.LengthOf(file.AsSpan(0, 30)));
        Assert.Null(WavFormat.LengthOf("RIFF"u8));
    }

    private async Task<HttpResponseMessage> TranscribeAsync(byte[] recording, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new StringContent("sim/transcribe"), "model" }, { new ByteArrayContent(recording), "file", "speech.wav" } };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        var response = await simulator.Client.PostAsync("v1/audio/transcriptions", form);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response;
    }

    private static string Speech(string format, string more = "") => $$"""{"model":"sim/speech","input":"{{Text}}","voice":"alloy","response_format":"{{format}}"{{more}}}""";

    private static List<JsonElement> Events(string text) =>
        [.. text.Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => JsonElement.Parse(line[6..]))];
}
