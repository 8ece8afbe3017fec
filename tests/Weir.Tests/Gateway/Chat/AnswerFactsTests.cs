using System.Text.Json;
using Weir.Gateway.Chat;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Chat;

/// <summary>What metering and routing learn from one event.</summary>
public sealed class AnswerFactsTests
{
    [Theory]
    [InlineData("""{}""", false)]
    [InlineData("""{"choices":[]}""", false)]
    [InlineData("""{"choices":null}""", false)]
    [InlineData("""{"choices":[{"delta":{}}]}""", false)]
    [InlineData("""{"choices":[{"delta":null}]}""", false)]
    [InlineData("""{"choices":[{"delta":{"role":"assistant"}}]}""", false)]
    [InlineData("""{"choices":[{"delta":{"role":"assistant","content":""},"finish_reason":null}]}""", false)]
    [InlineData("""{"choices":[{"delta":{"role":"assistant","content":null,"tool_calls":null,"reasoning_details":[]}}]}""", false)]
    [InlineData("""{"choices":[{"delta":{},"finish_reason":""}]}""", false)]
    [InlineData("""{"choices":[{"delta":{"content":"H"}}]}""", true)]
    [InlineData("""{"choices":[{"delta":{"content":" "}}]}""", true)]
    [InlineData("""{"choices":[{"delta":{"reasoning":"H"}}]}""", true)]
    [InlineData("""{"choices":[{"delta":{"reasoning_details":[{}]}}]}""", true)]
    [InlineData("""{"choices":[{"delta":{"tool_calls":[{"index":0}]}}]}""", true)]
    [InlineData("""{"choices":[{"delta":{"audio":{"id":"a"}}}]}""", true)]
    [InlineData("""{"choices":[{"delta":{},"finish_reason":"stop"}]}""", true)]
    [InlineData("""{"choices":[{"delta":{}},{"index":1,"delta":{"content":"H"}}]}""", true)]
    [InlineData("""{"choices":[{"message":{"role":"assistant","content":"Hi"}}]}""", true)]
    public void Read_Event_KnowsWhetherItSaysAnything(string json, bool expected) => Assert.Equal(expected, Read(json).HasOutput);

    [Theory]
    [InlineData("""{"choices":[{"delta":{"tool_calls":[{"index":0}]}}]}""", true)]
    [InlineData("""{"choices":[{"delta":{"tool_calls":[]}}]}""", false)]
    [InlineData("""{"choices":[{"delta":{"tool_calls":null}}]}""", false)]
    public void Read_ToolCalls_AreSeen(string json, bool expected) => Assert.Equal(expected, Read(json).HasToolCalls);

    [Theory]
    [InlineData("""{"choices":[]}""", false)]
    [InlineData("""{"choices":[{}]}""", true)]
    [InlineData("""{"usage":{}}""", false)]
    public void Read_Choices_AreSeen(string json, bool expected) => Assert.Equal(expected, Read(json).HasChoices);

    [Fact]
    public void Read_Completion_GivesIdFinishAndUsage()
    {
        var facts = Read("""
            { "choices" : [ { "delta" : { "content" : "}" , "x" : [ { "finish_reason" : "no" } ] } , "finish_reason" : null },
              { "finish_reason" : "end_turn" }, { "finish_reason" : "length" } ],
              "nested" : { "id" : "no", "usage" : { "prompt_tokens" : 99 } }, "id" : "cmpl-7", "usage" : { "prompt_tokens" : 3, "completion_tokens" : 4 } }
            """);

        Assert.Equal("end_turn", facts.FinishReason);
        Assert.Equal("cmpl-7", facts.UpstreamId);
        Assert.Equal((3, 4), (facts.Usage!.Prompt, facts.Usage.Completion));
        Assert.Null(facts.Error);
    }

    [Theory]
    [InlineData("""{"finish_reason":"stop","native_finish_reason":"end_turn"}""", "stop", "end_turn")]
    [InlineData("""{"native_finish_reason":"end_turn","finish_reason":"stop"}""", "stop", "end_turn")]
    [InlineData("""{"finish_reason":"stop","native_finish_reason":null}""", "stop", "stop")]
    [InlineData("""{"finish_reason":null,"native_finish_reason":"end_turn"}""", null, null)]
    public void Read_Choice_TellsBothReasons(string choice, string? reason, string? native)
    {
        var facts = Read($$"""{"choices":[{{choice}}]}""");

        Assert.Equal((reason, native), (facts.FinishReason, facts.NativeFinishReason));
    }

    [Fact]
    public void Read_ChoiceThatIsNoObject_DoesNotHideTheRest()
    {
        var facts = Read("""{"choices":[null,7,["x"],{"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":4}}""");

        Assert.Equal("stop", facts.FinishReason);
        Assert.NotNull(facts.Usage);
    }

    [Theory]
    [InlineData("""{"error":{"message":"m","code":429}}""", "m", "429")]
    [InlineData("""{"error":{"message":"m","type":"t","code":null}}""", "m", "t")]
    [InlineData("""{"error":{"message":"m","type":"t","code":"c"}}""", "m", "c")]
    [InlineData("""{"error":{"message":{"x":1},"param":["p"]}}""", null, null)]
    [InlineData("""{"error":"text"}""", "text", null)]
    [InlineData("""{"error":{"message":"cut \ud83d","\ud83d":1}}""", "cut \uFFFD", null)]
    public void Read_Error_IsRead(string json, string? message, string? code)
    {
        var error = Read(json).Error;

        Assert.Equal((message, code), (error!.Message, error.Code));
    }

    [Fact]
    public void Read_NullError_IsNone() => Assert.Null(Read("""{"error":null,"choices":[]}""").Error);

    [Fact]
    public void Read_HalfASurrogatePair_IsText()
    {
        var facts = Read("""{"id":"\ud83d","usage":{"\ud83d":1,"prompt_tokens":3},"choices":[{"\ud83d":1,"delta":{"\ud83d":"x"},"finish_reason":"\ud83d"}]}""");

        Assert.Equal(("\uFFFD", "\uFFFD", 3), (facts.UpstreamId, facts.FinishReason, facts.Usage!.Prompt));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("text")]
    [InlineData("[DONE]")]
    [InlineData("""{"choices":[{"delta":{"content":"cut""")]
    [InlineData("""{"choices":[{]}""")]
    public void Read_AnythingElse_IsNoEvent(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    private static AnswerFacts Read(string json) => AnswerFacts.Read(Utf8(json));
}
