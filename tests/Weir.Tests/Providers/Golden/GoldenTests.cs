using System.Text;
using Weir.Gateway.Dispatch;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Providers.Golden;

/// <summary>Every case of <c>tests/golden/providers/</c>; a new case is a new folder.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string, string> Requests => Data("request.json");

    public static TheoryData<string, string> Answers => Data("events.jsonl");

    public static TheoryData<string, string> Errors => Data("error.json");

    [Fact]
    public void Folders_AreWholeCases() => Assert.Empty(GoldenCase.Faulty());

    [Theory]
    [MemberData(nameof(Requests))]
    public void Request_BecomesTheUpstreams_OrIsRefused(string dialect, string name)
    {
        var golden = new GoldenCase(dialect, name);
        if (golden.Has("refused.txt"))
        {
            var refused = Assert.Throws<TranslationException>(() => golden.Dialect.Translate(golden.Call()));
            Assert.Equal(golden.Text("refused.txt").Trim(), refused.Message);
            return;
        }

        var sent = golden.Dialect.Translate(golden.Call());

        Assert.Equal(GoldenJson.Spell(golden.Text("upstream.json")), GoldenJson.Spell(sent.Body.Span));
        foreach (var line in golden.Has("upstream.headers") ? golden.Lines("upstream.headers") : [])
        {
            AssertHeader(sent, line);
        }
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Answer_BecomesOurs(string dialect, string name)
    {
        var golden = new GoldenCase(dialect, name);

        var events = await GoldenReplay.ReadAsync(golden.Dialect, new MemoryStream(golden.Answer()), golden.StreamFile is not null);

        Assert.Equal(golden.Lines("events.jsonl").Select(GoldenJson.Spell), events.Select(GoldenJson.Spell));
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Answer_HoweverItArrives_IsTheSame(string dialect, string name)
    {
        var golden = new GoldenCase(dialect, name);
        var body = golden.Answer();
        var streamed = golden.StreamFile is not null;
        var whole = await GoldenReplay.ReadAsync(golden.Dialect, new MemoryStream(body), streamed);

        Assert.Equal(whole, await GoldenReplay.ReadAsync(golden.Dialect, new ChunkedStream(body, 1), streamed));
        for (var cut = 1; cut < body.Length; cut++)
        {
            var events = await GoldenReplay.ReadAsync(golden.Dialect, new SplitStream(body, cut), streamed);
            Assert.True(whole.SequenceEqual(events, StringComparer.Ordinal), $"Cut at byte {cut}:\n{string.Join('\n', events)}");
        }

        if (golden.StreamFile is "answer.sse" or "answer.ndjson")
        {
            var otherLines = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace("\n", "\r\n", StringComparison.Ordinal));
            Assert.Equal(whole, await GoldenReplay.ReadAsync(golden.Dialect, new ChunkedStream(otherLines, 1), streamed));
        }
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void Error_IsRead(string dialect, string name)
    {
        var golden = new GoldenCase(dialect, name);

        var error = golden.Dialect.ReadError(golden.Bytes("error.json"));

        Assert.Equal(golden.Lines("error.txt"), [error.Message ?? "-", error.Code ?? "-"]);
    }

    private static TheoryData<string, string> Data(string file) => [.. GoldenCase.With(file)];

    private static void AssertHeader(UpstreamRequest sent, string line)
    {
        var colon = line.IndexOf(':', 1);
        var (name, value) = (line[..colon], line[(colon + 1)..].Trim());
        if (name == ":path")
        {
            Assert.Equal(value, sent.Path);
            return;
        }

        var values = sent.Headers.Where(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value);
        Assert.Equal(value.Length == 0 ? [] : [value], values);
    }
}
