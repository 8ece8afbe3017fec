using System.Text;
using Weir.Providers.Translation;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Providers.Translation;

/// <summary>Lines, however the bytes arrive.</summary>
public sealed class LineReaderTests
{
    private const int Bound = 64 * 1024;

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("a", new[] { "a" })]
    [InlineData("a\n", new[] { "a" })]
    [InlineData("a\r\nb\r\n", new[] { "a", "b" })]
    [InlineData("\n\r\n\na\n\n\nb", new[] { "a", "b" })]
    [InlineData("a\rb\n", new[] { "a\rb" })]
    [InlineData("a\r\r\n", new[] { "a\r" })]
    [InlineData("ü\n😀", new[] { "ü", "😀" })]
    public async Task Read_Stream_GivesItsLines(string stream, string[] expected)
    {
        foreach (var chunk in (int[])[1, 2, 3, 4096])
        {
            Assert.Equal(expected, await ReadAllAsync(Encoding.UTF8.GetBytes(stream), chunk));
        }
    }

    [Fact]
    public async Task Read_CutAtEveryByte_GivesTheSame()
    {
        var bytes = Encoding.UTF8.GetBytes("{\"a\":\"ü😀\"}\r\n\r\n\n{\"b\":\"\\n\"}\nlast \r inside\r\nend");
        var whole = await ReadAllAsync(bytes, bytes.Length);

        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            Assert.Equal(whole, await ReadAllAsync(new SplitStream(bytes, cut)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Read_RandomStreams_EqualWhatSplittingGives(int seed)
    {
        string[] parts = ["{", "}", "\n", "\n", "\r\n", "\r", "ü", "😀", " ", new string('y', 9000)];
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => parts[random.Next(parts.Length)]));

            Assert.Equal(Split(text), await ReadAllAsync(Encoding.UTF8.GetBytes(text), random.Next(1, 5000), 1024 * 1024));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5000)]
    public async Task Read_ManyLines_NeedNoMoreThanTheBound(int chunk)
    {
        var lines = Enumerable.Range(0, 5000).Select(index => $"{index}").ToArray();

        Assert.Equal(lines, await ReadAllAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines)), chunk, 16 * 1024));
    }

    [Fact]
    public async Task Read_LineOverTheBound_IsRefused()
    {
        var wrong = await Assert.ThrowsAsync<InvalidDataException>(() => ReadAllAsync(new byte[2 * Bound], 999));

        Assert.Contains("65536 bytes", wrong.Message, StringComparison.Ordinal);
    }

    // The last piece has no line end: what is a carriage return there belongs to it.
    private static List<string> Split(string text)
    {
        var pieces = text.Split('\n');
        var lines = pieces[..^1].Select(piece => piece.EndsWith('\r') ? piece[..^1] : piece).Append(pieces[^1]);
        return [.. lines.Where(line => line.Length > 0)];
    }

    private static Task<List<string>> ReadAllAsync(byte[] bytes, int chunk, int bound = Bound) => ReadAllAsync(new ChunkedStream(bytes, chunk), bound);

    private static async Task<List<string>> ReadAllAsync(Stream stream, int bound = Bound)
    {
        await using var reader = new LineReader(stream, bound);
        var lines = new List<string>();
        while (await reader.ReadAsync(CancellationToken.None))
        {
            lines.Add(Encoding.UTF8.GetString(reader.Line.Span));
        }

        return lines;
    }
}
