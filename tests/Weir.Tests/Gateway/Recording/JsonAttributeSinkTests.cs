using System.Text;
using System.Text.Json;
using Weir.Gateway.Recording;
using Weir.Protocol.Primitives;
using Xunit;

namespace Weir.Tests.Gateway.Recording;

/// <summary>Attributes as the span store keeps them.</summary>
public sealed class JsonAttributeSinkTests : IDisposable
{
    private readonly JsonAttributeSink _sink = new();

    public void Dispose() => _sink.Dispose();

    [Fact]
    public void ToJson_EveryKind_KeepsItsType()
    {
        _sink.Set("text", "a \"b\" <ü>");
        _sink.Set("integer", 7L);
        _sink.Set("double", 7.0);
        _sink.Set("fraction", 0.1);
        _sink.Set("large", 1e300);
        _sink.Set("negative", -0.0);
        _sink.Set("flag", value: true);
        _sink.Set("texts", ["a", "b"]);
        _sink.Set("vector", [1.0, 0.5]);
        _sink.SetMoney("money", new Usd(73));
        _sink.SetUtf8("utf8", "ü"u8);

        Assert.Equal(
            """{"text":"a \"b\" <ü>","integer":7,"double":7.0,"fraction":0.1,"large":1E+300,"negative":-0.0,"flag":true,"texts":["a","b"],"vector":[1.0,0.5],"money":0.000000073,"utf8":"ü"}""",
            Json());
    }

    [Fact]
    public void ToJson_LongTexts_AreWhole()
    {
        // Longer than the first room, with and without characters to escape, so that the writer hands on parts of a value.
        var plain = new string('x', 300_000);
        var quoted = string.Concat(Enumerable.Repeat("\"ü\"\n", 60_000));
        _sink.Set("before", 1L);
        _sink.Set("plain", plain);
        _sink.Set("quoted", quoted);
        _sink.SetUtf8("bytes", Encoding.UTF8.GetBytes(quoted));
        _sink.Set("after", 2L);

        using var json = JsonDocument.Parse(Json());

        Assert.Equal(1, json.RootElement.GetProperty("before").GetInt32());
        Assert.Equal(plain, json.RootElement.GetProperty("plain").GetString());
        Assert.Equal(quoted, json.RootElement.GetProperty("quoted").GetString());
        Assert.Equal(quoted, json.RootElement.GetProperty("bytes").GetString());
        Assert.Equal(2, json.RootElement.GetProperty("after").GetInt32());
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void ToJson_NumberThatJsonLacks_IsText(double value, string expected)
    {
        _sink.Set("n", value);

        Assert.Equal($$"""{"n":"{{expected}}"}""", Json());
    }

    [Fact]
    public void ToJson_KeyGivenTwice_KeepsTheLastValueInTheFirstPlace()
    {
        _sink.Set("a", "1");
        _sink.Set("b", "2");
        _sink.Set("a", 3L);

        Assert.Equal("""{"a":3,"b":"2"}""", Json());
    }

    [Fact]
    public void ToJson_BrokenText_StaysValidJson()
    {
        _sink.Set("half", "cut \ud83d");
        _sink.Set("halves", ["\ude00"]);
        _sink.Set("key \ud83d", "x");
        _sink.SetUtf8("bytes", [0x61, 0xC3, 0x28, 0xFF]);
        _sink.SetUtf8("nul", "a\0b"u8);

        using var json = JsonDocument.Parse(_sink.ToJson());
        Assert.Equal("cut \uFFFD", json.RootElement.GetProperty("half").GetString());
        Assert.Equal("a\uFFFD(\uFFFD", json.RootElement.GetProperty("bytes").GetString());
    }

    private string Json() => Encoding.UTF8.GetString(_sink.ToJson());
}
