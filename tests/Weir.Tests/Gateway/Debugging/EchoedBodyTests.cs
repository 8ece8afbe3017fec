using System.Text.Json;
using Weir.Gateway.Debugging;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Debugging;

/// <summary>What a caller sees of the request that went to a provider.</summary>
public sealed class EchoedBodyTests
{
    [Fact]
    public void Of_KeepsWhatWasSent() =>
        Assert.Equal("""{"a":1.50,"b":[null,true,"é"],"c":{"d":"x"}}""", Echo("""{ "a": 1.50, "b": [null, true, "é"], "c": {"d":"x"} }"""));

    [Fact]
    public void Of_HidesCredentials()
    {
        var echo = Echo("""{"a":"Bearer abcdefghijkl","b":"the secret-credential is here","c":"sk-1234567890abcdef"}""", "secret-credential");

        Assert.Equal("""{"a":"Bearer [redacted]","b":"the [redacted] is here","c":"[redacted]"}""", echo);
    }

    [Fact]
    public void Of_CutsLongTexts()
    {
        var text = JsonElement.Parse(Echo($$"""{"a":"{{new string('x', 5_000)}}"}""")).GetProperty("a").GetString();

        Assert.Equal(new string('x', 1_000) + "… (5000 bytes)", text);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[1]")]
    [InlineData("{\"a\":")]
    public void Of_WhatIsNoObject_SaysItsLength(string body) => Assert.Contains($"has {body.Length} bytes", Echo(body), StringComparison.Ordinal);

    [Fact]
    public void Of_LargerThanWhatIsShown_SaysItsLength()
    {
        var many = $$"""{"a":[{{string.Join(',', Enumerable.Repeat("\"0123456789\"", 30_000))}}]}""";

        Assert.Contains($"has {many.Length} bytes", Echo(many), StringComparison.Ordinal);
    }

    private static string Echo(string body, params string[] secrets) => Text(EchoedBody.Of(Utf8(body), secrets));
}
