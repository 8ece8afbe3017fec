using Weir.Providers.Translation;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Providers.Translation;

/// <summary>Halves go, pairs and everything else stay.</summary>
public sealed class LoneSurrogatesTests
{
    [Theory]
    [InlineData(@"""plain \u00fc \n""", @"""plain \u00fc \n""")]
    [InlineData(@"""\ud83d\ude00""", @"""\ud83d\ude00""")]
    [InlineData(@"""\uD83D\uDE00\uD83D""", @"""\uD83D\uDE00\ufffd""")]
    [InlineData(@"""\ude00\ud83d""", @"""\ufffd\ufffd""")]
    [InlineData(@"""\ud83d\ud83d\ude00""", @"""\ufffd\ud83d\ude00""")]
    [InlineData(@"""\\ud83d""", @"""\\ud83d""")]
    [InlineData(@"""\\\ud83d""", @"""\\\ufffd""")]
    [InlineData(@"""\ud83d\n""", @"""\ufffd\n""")]
    [InlineData(@"""\ud83d\", @"""\ufffd\")]
    [InlineData(@"""\ud8", @"""\ud8")]
    [InlineData(@"""\udzzz\ud83dx""", @"""\udzzz\ufffdx""")]
    public void Replace_Halves_BecomeReplacementCharacters(string json, string expected) =>
        Assert.Equal(expected, Text(LoneSurrogates.Replace(Utf8(json))));
}
