using System.Text;
using System.Text.Json;
using Weir.Gateway.Recording;
using Xunit;

namespace Weir.Tests.Gateway.Recording;

/// <summary>JSON that must fit: whole where it does, cut between characters where it does not.</summary>
public sealed class CutJsonTests
{
    [Theory]
    [InlineData("""[{"role":"user","content":"a \u00e9 ü😀 \ud83d\ude00 \n"} , 1.50 ]""")]
    [InlineData("\"\"")]
    [InlineData("""{"lone":"\ud83d"}""")]
    public void WhatFits_StaysByteForByte(string json)
    {
        var isCut = false;

        Assert.Equal(json, Encoding.UTF8.GetString(CutJson.Fit(Encoding.UTF8.GetBytes(json), 1_000, ref isCut).Span));
        Assert.False(isCut);
    }

    [Theory]
    [InlineData("ü")]
    [InlineData("😀")]
    [InlineData("\\ud83d\\ude00")]
    [InlineData("\\n")]
    [InlineData("\\\\")]
    [InlineData("\\\"")]
    [InlineData("a\\u00e9漢")]
    public void WhatIsTooLong_IsCutBetweenCharacters(string letter)
    {
        for (var shift = 0; shift < 13; shift++)
        {
            var isCut = false;
            var json = $"[\"{new string('x', shift)}{string.Concat(Enumerable.Repeat(letter, 100_000))}\",\"end\"]";

            var copy = CutJson.Fit(Encoding.UTF8.GetBytes(json), 70_000, ref isCut);

            Assert.True(isCut);
            var texts = JsonElement.Parse(copy.Span).EnumerateArray().Select(text => text.GetString()!).ToArray();
            Assert.Contains("bytes cut]", texts[0], StringComparison.Ordinal);
            Assert.DoesNotContain('\ufffd', texts[0]);
            Assert.Equal("end", texts[1]);
            Assert.InRange(copy.Length, 8_000, 70_000);
        }
    }

    [Fact]
    public void ManySmallTexts_ThatCannotFit_AreNothing()
    {
        var isCut = false;
        var json = $"[{string.Join(',', Enumerable.Repeat("\"abc\"", 10_000))}]";

        Assert.True(CutJson.Fit(Encoding.UTF8.GetBytes(json), 1_000, ref isCut).IsEmpty);
        Assert.True(isCut);
    }
}
