using Weir.Protocol.Primitives;
using Xunit;

namespace Weir.Tests.Protocol.Primitives;

public sealed class RandomBytesTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(24)]
    [InlineData(1000)]
    [InlineData(5000)]
    public void Fill_GivesNoBytesTwice(int length)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var turn = 0; turn < 300; turn++)
        {
            var bytes = new byte[length];
            RandomBytes.Fill(bytes);

            Assert.True(seen.Add(Convert.ToHexString(bytes)));
        }
    }

    [Fact]
    public void Fill_UsesEveryValueOfAByte()
    {
        var counts = new int[256];
        var bytes = new byte[16];
        for (var turn = 0; turn < 8000; turn++)
        {
            RandomBytes.Fill(bytes);
            foreach (var one in bytes)
            {
                counts[one]++;
            }
        }

        // 500 each, give or take twenty-two: nine times that never happens.
        Assert.All(counts, count => Assert.InRange(count, 300, 700));
    }

    [Fact]
    public void GenerationIds_HaveTwentySignsOfTheirAlphabet_EachAsLikelyAsAnother()
    {
        var counts = new Dictionary<char, int>();
        for (var turn = 0; turn < 3100; turn++)
        {
            var id = GenerationId.New(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000)).Value;
            Assert.Matches("^gen-1700000000-[A-Za-z0-9]{20}$", id);
            foreach (var sign in id[^20..])
            {
                counts[sign] = counts.GetValueOrDefault(sign) + 1;
            }
        }

        // A thousand each, give or take thirty-two.
        Assert.Equal(62, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 750, 1250));
    }
}
