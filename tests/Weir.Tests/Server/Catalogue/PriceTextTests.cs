using System.Globalization;
using System.Text.Json;
using Weir.Server.Catalogue.Import;
using Xunit;

namespace Weir.Tests.Server.Catalogue;

/// <summary>Prices of foreign documents: decimals to the last digit, or refused.</summary>
public sealed class PriceTextTests
{
    [Theory]
    [InlineData("\"0.0000025\"", "0.0000025")]
    [InlineData("\"1e-7\"", "0.0000001")]
    [InlineData("2.5E-6", "0.0000025")]
    [InlineData("\"0\"", "0")]
    [InlineData("0.000000000000000000123", "0.000000000000000000123")]
    [InlineData("0.30000000000000004", "0.30000000000000004")] // a double would print these digits from 0.1 + 0.2, and lose them on the way in
    [InlineData("\"00.10\"", "0.10")]
    public void Read_Decimal_KeepsEveryDigit(string json, string expected) => Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), Read(json, out _));

    [Theory]
    [InlineData("\"\"", "not a decimal")]
    [InlineData("\"NaN\"", "not a decimal")]
    [InlineData("\"Infinity\"", "not a decimal")]
    [InlineData("\"$0.10\"", "not a decimal")]
    [InlineData("\"0,000001\"", "not a decimal")]
    [InlineData("\" 0.1\"", "not a decimal")]
    [InlineData("true", "not a decimal")]
    [InlineData("[1]", "not a decimal")]
    [InlineData("{}", "not a decimal")]
    [InlineData("\"-1\"", "no fixed price")]
    [InlineData("-0.5", "no fixed price")]
    [InlineData("\"1e-40\"", "too small")]
    [InlineData("\"2.50\"", "a million tokens")]
    [InlineData("\"1e400\"", "not a decimal")]
    public void Read_AnythingElse_IsRefusedAndSaysWhy(string json, string problem)
    {
        Assert.Null(Read(json, out var said));
        Assert.Contains(problem, said, StringComparison.Ordinal);
    }

    private static decimal? Read(string json, out string problem)
    {
        using var document = JsonDocument.Parse(json);
        return PriceText.Read(document.RootElement, most: 1, out problem);
    }
}
