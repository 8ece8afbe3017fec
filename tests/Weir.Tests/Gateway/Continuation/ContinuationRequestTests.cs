using Weir.Gateway.Chat;
using Weir.Gateway.Continuation;
using Weir.Gateway.Operations.Chat;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Continuation;

/// <summary>How an endpoint is asked to go on, and what cannot be gone on with.</summary>
public sealed class ContinuationRequestTests
{
    [Fact]
    public void Prefill_IsTheAnswerSoFarAsTheLastMessage_WithoutThinkingAndWithinTheLimit()
    {
        var request = Request("""{"model":"m","stream":true,"max_tokens":60,"reasoning":{"effort":"low"},"x":1,"messages":[{"role":"user","content":"Hi"}]}""");

        var made = ContinuationRequest.Of(request, ContinuationWay.Prefill, "Hello, how ", 57);

        Assert.Equal("""{"model":"m","stream":true,"max_tokens":57,"x":1,"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello, how"}]}""", Text(made.Body));
        Assert.True(made.EndsInOpenAnswer);
        Assert.Equal("57", Text(made.Value("max_tokens")));
    }

    [Fact]
    public void Instruction_FollowsTheAnswerSoFar()
    {
        var made = ContinuationRequest.Of(Request("""{"model":"m","stream":true,"reasoning":{},"messages":[{"role":"user","content":"Hi"}]}"""), ContinuationWay.Instruction, "Hello,", null);

        Assert.Contains("""{"role":"assistant","content":"Hello,"},{"role":"user","content":"Your answer above was cut off.""", Text(made.Body), StringComparison.Ordinal);
        Assert.Contains("\"reasoning\":{}", Text(made.Body), StringComparison.Ordinal);
        Assert.False(made.EndsInOpenAnswer);
    }

    [Fact]
    public void AnswerThatTheCallerBegan_StaysOneMessage()
    {
        var request = Request("""{"model":"m","stream":true,"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Well"}]}""");

        var made = ContinuationRequest.Of(request, ContinuationWay.Prefill, ", hello", null);

        Assert.Contains("""{"role":"assistant","content":"Well, hello"}]""", Text(made.Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(""","n":1,"logprobs":false,"response_format":{"type":"text"},"modalities":["text"]""", true)]
    [InlineData(""","response_format":{"type":"json_object"}""", true)]
    [InlineData(""","response_format":{"type":"json_schema","json_schema":{}}""", false)]
    [InlineData(""","n":2""", false)]
    [InlineData(""","logprobs":true""", false)]
    [InlineData(""","modalities":["text","audio"],"audio":{"voice":"alloy"}""", false)]
    public void WhatCanBeGoneOnWith_IsOneText(string members, bool allowed)
    {
        var request = Request($$"""{"model":"m","stream":true,"messages":[{"role":"user","content":"Hi"}]{{members}}}""");

        Assert.Equal(allowed, ContinuationRule.Allows(request, ChatOperation.Instance));
        Assert.False(ContinuationRule.Allows(request with { Stream = false }, ChatOperation.Instance));
    }
}
