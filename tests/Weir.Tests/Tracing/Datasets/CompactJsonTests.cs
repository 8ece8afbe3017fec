using System.Text.Json;
using Weir.Tracing.Datasets;
using Xunit;

namespace Weir.Tests.Tracing.Datasets;

public sealed class CompactJsonTests
{
    [Theory]
    [InlineData("""{ "a" : 1.50 , "b": [ 1e3, -0 , 12345678901234567890123 ] }""", """{"a":1.50,"b":[1e3,-0,12345678901234567890123]}""")]
    [InlineData("{\n\t\"text\": \"a \\\" b \\\\\",\r\n \"next\" : \" , \"}", "{\"text\":\"a \\\" b \\\\\",\"next\":\" , \"}")]
    [InlineData("""{"half":"\ud800","emoji":"\uD83D\uDE00","ключ":"é"}""", """{"half":"\ud800","emoji":"\uD83D\uDE00","ключ":"é"}""")]
    [InlineData(" null ", "null")]
    [InlineData("[ ]", "[]")]
    public void Of_AnyJson_IsOnOneLineAndOtherwiseAsWritten(string json, string expected)
    {
        var compact = CompactJson.Of(JsonElement.Parse(json));

        Assert.Equal(expected, compact);
    }
}
