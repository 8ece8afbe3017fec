using System.Text;
using Weir.OpenInference;
using Xunit;

namespace Weir.Tests.OpenInference.Chat;

public sealed class ChatReplyAttributesTests
{
    [Fact]
    public void Write_OpenRouterReply_GivesCostProviderAndReasoning()
    {
        var (sink, error) = Write("""
            {"model":"m2","provider":"DeepInfra","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"4","reasoning":"Add."}}],
            "usage":{"prompt_tokens":8,"completion_tokens":6,"total_tokens":14,"cost":0.000019,"prompt_tokens_details":{"cached_tokens":0,"cache_write_tokens":3},
            "cost_details":{"upstream_inference_prompt_cost":0.1,"upstream_inference_completions_cost":1e-06}}}
            """);

        Assert.Null(error);
        Assert.Equal("m2", sink["llm.model_name"]);
        Assert.Equal("DeepInfra", sink["openrouter.provider_name"]);
        Assert.Equal(0.000019, sink["llm.cost.total"]);
        Assert.Equal(0.1, sink["llm.cost.prompt"]);
        Assert.Equal(1e-06, sink["llm.cost.completion"]);
        Assert.Equal(0L, sink["llm.token_count.prompt_details.cache_read"]);
        Assert.Equal(3L, sink["llm.token_count.prompt_details.cache_write"]);
        Assert.Equal("reasoning", sink["llm.output_messages.0.message.contents.0.message_content.type"]);
        Assert.Equal("Add.", sink["llm.output_messages.0.message.contents.0.message_content.text"]);
        Assert.Equal("4", sink["llm.output_messages.0.message.contents.1.message_content.text"]);
        Assert.Null(sink["llm.output_messages.0.message.content"]);
    }

    [Fact]
    public void Write_SeveralChoices_UsesTheirIndexAndTheFinishReasonOfChoice0()
    {
        var (sink, _) = Write("""
            {"choices":[{"index":1,"finish_reason":"length","message":{"role":"assistant","content":"b"}},{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"a"}}]}
            """);

        Assert.Equal("a", sink["llm.output_messages.0.message.content"]);
        Assert.Equal("b", sink["llm.output_messages.1.message.content"]);
        Assert.Equal("stop", sink["llm.finish_reason"]);
    }

    [Fact]
    public void Write_Refusal_IsTheText()
    {
        var (sink, _) = Write("""{"choices":[{"index":0,"message":{"role":"assistant","content":null,"refusal":"No."}}]}""");

        Assert.Equal("No.", sink["llm.output_messages.0.message.content"]);
    }

    [Fact]
    public void Write_MadeImage_IsAPartAndBounded()
    {
        var (sink, _) = Write(
            """{"choices":[{"index":0,"message":{"content":"here","images":[{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAAAAAA"}}]}}]}""",
            TraceConfig.IgnoringEnvironment with { Base64ImageMaxLength = 10 });

        Assert.Equal("here", sink["llm.output_messages.0.message.contents.0.message_content.text"]);
        Assert.Equal("__REDACTED__", sink["llm.output_messages.0.message.contents.1.message_content.image.image.url"]);
        Assert.DoesNotContain("AAAA", (string)sink["output.value"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":{"code":502,"message":"down"}}""", "down", "502", 502)]
    [InlineData("""{"error":{"code":"server_error","message":"down"}}""", "down", "server_error", null)]
    [InlineData("""{"error":"down"}""", "down", null, null)]
    [InlineData("""{"choices":[{"error":{"code":"429","message":"slow"}}]}""", "slow", "429", 429)]
    public void Write_ErrorInReply_IsReturned(string body, string message, string? code, int? status)
    {
        var (_, error) = Write(body);

        Assert.Equal(message, error!.Message);
        Assert.Equal(code, error.Code);
        Assert.Equal(status, error.Status);
    }

    [Fact]
    public void ChatError_MessageQuotesKey_KeyIsScrubbed()
    {
        var error = ChatError.Read(Encoding.UTF8.GetBytes("""{"error":{"message":"Incorrect API key provided: sk-or-v1-0123456789abcdef. Bearer abcdefghijklmnop"}}"""));

        Assert.Equal("Incorrect API key provided: sk-***. Bearer ***", error!.Message);
    }

    [Fact]
    public void Write_NotJson_IsRecordedAsText()
    {
        var (sink, error) = Write("<html>");

        Assert.Null(error);
        Assert.Equal("<html>", sink["output.value"]);
        Assert.Equal("text/plain", sink["output.mime_type"]);
    }

    private static (RecordingSink Sink, ChatError? Error) Write(string body, TraceConfig? config = null)
    {
        var sink = new RecordingSink();
        var error = ChatReplyAttributes.Write(Encoding.UTF8.GetBytes(body), sink, config ?? TraceConfig.IgnoringEnvironment);
        return (sink, error);
    }
}
