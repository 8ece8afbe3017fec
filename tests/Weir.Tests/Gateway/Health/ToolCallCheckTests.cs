using Weir.Gateway.Health;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Gateway.Health;

/// <summary>Which tool calls can be carried out.</summary>
public sealed class ToolCallCheckTests
{
    private const string Weather = """{"type":"function","function":{"name":"weather","parameters":{"type":"object"}}}""";

    [Theory]
    [InlineData("weather", "{\\\"city\\\":\\\"Oslo\\\"}", Weather, true)]
    [InlineData("weather", "", Weather, true)]
    [InlineData("weather", "{\\\"city\\\":", Weather, false)]
    [InlineData("wether", "{}", Weather, false)]
    [InlineData("search", "{}", Weather + """,{"type":"openrouter:web_search"}""", true)]
    public void Calls_AreJudgedByNameAndArguments(string name, string arguments, string tools, bool expected)
    {
        var request = GatewaySamples.Request($$"""{"model":"acme/small","messages":[{"role":"user","content":"Hi"}],"tools":[{{tools}}]}""");
        var answer = $$$"""{"choices":[{"message":{"tool_calls":[{"type":"function","function":{"name":"{{{name}}}","arguments":"{{{arguments}}}"}}]}}]}""";

        Assert.Equal(expected, ToolCallCheck.AreSound(request, GatewaySamples.Utf8(answer)));
    }

    [Fact]
    public void OneBrokenCallAmongSound_BreaksTheAnswer()
    {
        var request = GatewaySamples.Request($$"""{"model":"acme/small","messages":[{"role":"user","content":"Hi"}],"tools":[{{Weather}}]}""");
        var answer = """{"choices":[{"message":{"tool_calls":[{"function":{"name":"weather","arguments":"{}"}},{"function":{"name":"weather","arguments":"{"}}]}}]}""";

        Assert.False(ToolCallCheck.AreSound(request, GatewaySamples.Utf8(answer)));
    }
}
