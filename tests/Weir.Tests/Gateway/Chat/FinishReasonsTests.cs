using Weir.Gateway.Chat;
using Xunit;

namespace Weir.Tests.Gateway.Chat;

/// <summary>Five reasons out of everything that providers say.</summary>
public sealed class FinishReasonsTests
{
    [Theory]
    [InlineData("stop", "stop end_turn stop_sequence eos eos_token STOP FINISH_REASON_STOP COMPLETE completed pause_turn anything-else")]
    [InlineData("length", "length max_tokens max_output_tokens MAX_TOKENS model_length model_context_window_exceeded")]
    [InlineData("tool_calls", "tool_calls tool_use function_call TOOL_CALL")]
    [InlineData("content_filter", "content_filter refusal SAFETY RECITATION PROHIBITED_CONTENT BLOCKLIST guardrail_intervened")]
    [InlineData("error", "error MALFORMED_FUNCTION_CALL")]
    public void Normalise_NativeReason_IsOneOfFive(string expected, string natives) =>
        Assert.All(natives.Split(' '), native => Assert.Equal(expected, FinishReasons.Normalise(native, hasToolCalls: false)));

    [Theory]
    [InlineData("stop", "tool_calls")]
    [InlineData("eos", "tool_calls")]
    [InlineData("length", "length")]
    [InlineData("content_filter", "content_filter")]
    public void Normalise_StopAfterToolCalls_IsToolCalls(string native, string expected) => Assert.Equal(expected, FinishReasons.Normalise(native, hasToolCalls: true));
}
