using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Messages;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Gateway.Protocols.Messages;

/// <summary>What a request of the Messages API may not say, and where the refusal says it stands.</summary>
public sealed class MessagesRefusalTests
{
    [Theory]
    [InlineData("""{"role":"tool","content":"x"}""", 400, "'messages[1].role' is \"tool\"; it can be user, assistant or system.")]
    [InlineData("""{"role":"user"}""", 400, "'messages[1].content' is missing; it must be a text or a list of content blocks.")]
    [InlineData("""{"role":"user","content":3}""", 400, "'messages[1].content' is a number;")]
    [InlineData("""{"role":"user","content":["x"]}""", 400, "'messages[1].content[0].type' is missing;")]
    [InlineData("""{"role":"user","content":[{"type":"text"}]}""", 400, "'messages[1].content[0].text' is missing;")]
    [InlineData("""{"role":"user","content":[{"type":"text","text":"a"},{"type":"tool_use","id":"a"}]}""", 400, "'messages[1].content[1]' is of type \"tool_use\";")]
    [InlineData("""{"role":"user","content":[{"type":"tool_result","content":"x"}]}""", 400, "'messages[1].content[0].tool_use_id' is missing;")]
    [InlineData("""{"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":{}}]}""", 400, "'messages[1].content[0].content' is an object;")]
    [InlineData("""{"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":[{"type":"tool_reference"}]}]}""", 501, "'messages[1].content[0].content[0]', a content block of type \"tool_reference\",")]
    [InlineData("""{"role":"user","content":[{"type":"image"}]}""", 400, "'messages[1].content[0].source' is missing;")]
    [InlineData("""{"role":"user","content":[{"type":"image","source":{"type":"base64","data":"x"}}]}""", 400, "'messages[1].content[0].source.media_type' is missing.")]
    [InlineData("""{"role":"user","content":[{"type":"image","source":{"type":"file","file_id":"f"}}]}""", 501, "'messages[1].content[0].source' of type \"file\"")]
    [InlineData("""{"role":"user","content":[{"type":"document","source":{"type":"content","content":"x"}}]}""", 501, "'messages[1].content[0].source' of type \"content\"")]
    [InlineData("""{"role":"user","content":[{"type":"web_search_tool_result"}]}""", 501, "'messages[1].content[0]', a content block of type \"web_search_tool_result\",")]
    [InlineData("""{"role":"assistant","content":[{"type":"image","source":{}}]}""", 400, "'messages[1].content[0]' is of type \"image\"; an assistant's turn takes")]
    [InlineData("""{"role":"assistant","content":[{"type":"thinking"}]}""", 400, "'messages[1].content[0].thinking' is missing;")]
    [InlineData("""{"role":"assistant","content":[{"type":"tool_use","id":"a","name":"f","input":[]}]}""", 400, "'messages[1].content[0].input' is a list;")]
    [InlineData("""{"role":"assistant","content":[{"type":"server_tool_use","id":"a"}]}""", 501, "a content block of type \"server_tool_use\",")]
    [InlineData("""{"role":"system","content":[{"type":"tool_addition"}]}""", 501, "a content block of type \"tool_addition\",")]
    [InlineData("""{"role":"system","content":[{"type":"image"}]}""", 400, "a system prompt takes text.")]
    public void Message_IsRefusedWithItsPlace(string message, int status, string part) =>
        Refuses($$"""{"model":"a/b","messages":[{"role":"user","content":"Hi"},{{message}}]}""", status, part);

    [Theory]
    [InlineData("\"tools\":{}", 400, "'tools' is an object; it must be a list.")]
    [InlineData("\"tools\":[{}]", 400, "'tools[0].name' is missing;")]
    [InlineData("\"tools\":[{\"name\":\"f\"}]", 400, "'tools[0].input_schema' is missing;")]
    [InlineData("\"tools\":[{\"name\":\"f\",\"input_schema\":{},\"defer_loading\":true}]", 501, "'tools[0].defer_loading'")]
    [InlineData("\"tools\":[{\"name\":\"f\",\"input_schema\":{},\"allowed_callers\":[\"direct\",\"code_execution_20250825\"]}]", 501, "'tools[0].allowed_callers'")]
    [InlineData("\"tools\":[{\"type\":\"web_search_20250305\",\"name\":\"web_search\"}]", 501, "'tools[0]', a tool of type \"web_search_20250305\",")]
    [InlineData("\"tools\":[{\"type\":\"bash_20250124\",\"name\":\"bash\"}]", 501, "'tools[0]', a tool of type \"bash_20250124\",")]
    [InlineData("\"tool_choice\":\"auto\"", 400, "'tool_choice' must be an object")]
    [InlineData("\"tool_choice\":{\"type\":\"tool\"}", 400, "'tool_choice.name' is missing;")]
    [InlineData("\"thinking\":{\"type\":\"on\"}", 400, "'thinking' must be an object whose 'type' is enabled")]
    [InlineData("\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":0}", 400, "'thinking.budget_tokens' must be")]
    [InlineData("\"thinking\":{\"type\":\"adaptive\",\"display\":\"x\"}", 400, "'thinking.display' is x;")]
    [InlineData("\"output_config\":{\"effort\":\"huge\"}", 400, "'output_config.effort' is \"huge\"; it can be low, medium, high, xhigh, max.")]
    [InlineData("\"output_config\":{\"format\":{\"type\":\"json\"}}", 400, "'output_config.format' must be")]
    [InlineData("\"output_config\":{\"task_budget\":{\"type\":\"tokens\",\"total\":20000}}", 501, "'output_config.task_budget'")]
    [InlineData("\"context_management\":{\"edits\":[{\"type\":\"compact_20260112\"}]}", 501, "'context_management.edits[0]' of type \"compact_20260112\"")]
    [InlineData("\"container\":\"c\"", 501, "'container'")]
    [InlineData("\"mcp_servers\":[]", 501, "'mcp_servers'")]
    [InlineData("\"fallbacks\":[{\"model\":\"a\",\"x\":1}]", 400, "'fallbacks[0]' must be")]
    [InlineData("\"fallbacks\":[{\"model\":\"a\"}],\"models\":[\"b\"]", 400, "send one of the two.")]
    [InlineData("\"fallbacks\":[{\"model\":\"a\"},{\"model\":\"b\"},{\"model\":\"c\"},{\"model\":\"d\"}]", 400, "'fallbacks' must be a list of at most 3 objects")]
    [InlineData("\"stop_sequences\":\"END\"", 400, "'stop_sequences' is a string; it must be a list of texts.")]
    [InlineData("\"stop_sequences\":[1]", 400, "'stop_sequences[0]' is a number; it must be a text.")]
    [InlineData("\"system\":7", 400, "'system' is a number;")]
    [InlineData("\"stream\":\"yes\"", 400, "'stream' must be true or false.")]
    public void Member_IsRefusedByName(string member, int status, string part) =>
        Refuses($$"""{"model":"a/b","messages":[{"role":"user","content":"Hi"}],{{member}}}""", status, part);

    [Theory]
    [InlineData("""{"model":"a/b"}""", "'messages' is missing.")]
    [InlineData("""{"model":"a/b","messages":[]}""", "'messages' must be a list with at least one message.")]
    [InlineData("""{"model":"a/b","messages":[""", "The request body is not valid JSON (line 1,")]
    [InlineData("[]", "The request body must be a JSON object")]
    public void Body_IsRefusedLikeThatOfAChat(string body, string part) => Refuses(body, 400, part);

    private static void Refuses(string body, int status, string part)
    {
        var refusal = Assert.Throws<GatewayException>(() => new MessagesProtocol().Read(GatewaySamples.Utf8(body)));

        Assert.Equal(status, refusal.Error.Status);
        Assert.Contains(part, refusal.Error.Message, StringComparison.Ordinal);
    }
}
