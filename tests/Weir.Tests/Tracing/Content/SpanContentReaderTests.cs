using System.Text;
using System.Text.Json;
using Weir.Protocol.Traces;
using Weir.Tracing.Content;
using Xunit;

namespace Weir.Tests.Tracing.Content;

/// <summary>What people read of a span, in every form that senders use.</summary>
public sealed class SpanContentReaderTests
{
    [Fact]
    public void Messages_AreOrderedByIndexFromAnyBaseWithGaps()
    {
        var content = Read("""{"llm.input_messages.10.message.content":"c","llm.input_messages.1.message.content":"a","llm.input_messages.2.message.content":"b"}""");

        Assert.Equal(["a", "b", "c"], content.InputMessages.Select(Text));
    }

    [Fact]
    public void Message_HasRoleNameAndTheCallItAnswers()
    {
        var message = Assert.Single(Read(
            """{"llm.input_messages.0.message.role":"tool","llm.input_messages.0.message.name":"f","llm.input_messages.0.message.tool_call_id":"c-1","llm.input_messages.0.message.content":"4 °C"}""").InputMessages);

        Assert.Equal("tool", message.Role);
        Assert.Equal("f", message.Name);
        Assert.Equal("c-1", message.ToolCallId);
        Assert.Equal("4 °C", Text(message));
    }

    [Fact]
    public void Parts_KeepTheirOrderAndKind()
    {
        var message = Assert.Single(Read(
            """
            {"llm.output_messages.0.message.contents.0.message_content.type":"reasoning","llm.output_messages.0.message.contents.0.message_content.text":"hm",
             "llm.output_messages.0.message.contents.1.message_content.type":"output_text","llm.output_messages.0.message.contents.1.message_content.text":"so",
             "llm.output_messages.0.message.contents.2.message_content.image.image.url":"data:image/png;base64,AA",
             "llm.output_messages.0.message.contents.3.message_content.type":"audio","llm.output_messages.0.message.contents.3.message_content.audio.audio.url":"https://x/y.wav",
             "llm.output_messages.0.message.contents.3.message_content.audio.audio.mime_type":"audio/wav","llm.output_messages.0.message.contents.3.message_content.audio.audio.transcript":"said",
             "llm.output_messages.0.message.contents.4.message_content.type":"video","llm.output_messages.0.message.contents.4.message_content.video.video.url":"https://x/y.mp4"}
            """).OutputMessages);

        Assert.Equal(["reasoning", "text", "image", "audio", "video"], message.Parts.Select(part => part.Type));
        Assert.Equal(["hm", "so", null, "said", null], message.Parts.Select(part => part.Text?.Text));
        Assert.Equal([null, null, "data:image/png;base64,AA", "https://x/y.wav", "https://x/y.mp4"], message.Parts.Select(part => part.Url?.Text));
        Assert.Equal("audio/wav", message.Parts[3].Url!.MimeType);
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("b", "b|a")]
    public void TextSentBothWays_IsShownOnce(string content, string expected)
    {
        var message = Assert.Single(Read(
            $$"""{"llm.input_messages.0.message.content":"{{content}}","llm.input_messages.0.message.contents.0.message_content.text":"a"}""").InputMessages);

        Assert.Equal(expected, string.Join('|', message.Parts.Select(part => part.Text!.Text)));
    }

    [Fact]
    public void ToolCalls_AreReadFromEveryPlace()
    {
        var calls = Read(
            """
            {"llm.output_messages.0.message.tool_calls.1.tool_call.id":"c-2","llm.output_messages.0.message.tool_calls.1.tool_call.function.name":"second",
             "llm.output_messages.0.message.tool_calls.0.tool_call.id":"c-1","llm.output_messages.0.message.tool_calls.0.tool_call.function.name":"first",
             "llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments":"{\"city\": \"Oslo\"}",
             "llm.output_messages.0.message.contents.0.message_content.type":"tool_use","llm.output_messages.0.message.contents.0.tool_call.id":"c-1",
             "llm.output_messages.1.message.contents.0.message_content.type":"tool_use","llm.output_messages.1.message.contents.0.tool_call.function.name":"between",
             "llm.output_messages.2.message.function_call_name":"old","llm.output_messages.2.message.function_call_arguments_json":"{}"}
            """).OutputMessages;

        Assert.Equal(["first", "second"], calls[0].ToolCalls.Select(call => call.Name));
        Assert.Equal("c-1", calls[0].ToolCalls[0].Id);
        Assert.Equal("{\"city\": \"Oslo\"}", calls[0].ToolCalls[0].Arguments!.Text);
        Assert.Null(calls[0].ToolCalls[1].Arguments);
        Assert.All(calls, message => Assert.Empty(message.Parts));
        Assert.Equal("between", Assert.Single(calls[1].ToolCalls).Name);
        Assert.Equal("old", Assert.Single(calls[2].ToolCalls).Name);
    }

    [Fact]
    public void FinishReason_IsThatOfTheFirstChoice()
    {
        var messages = Read("""{"llm.finish_reason":"stop","llm.output_messages.0.message.content":"a","llm.output_messages.1.message.content":"b"}""").OutputMessages;

        Assert.Equal(["stop", null], messages.Select(message => message.FinishReason));
    }

    [Fact]
    public void Completions_AreMessagesWithoutARole()
    {
        var content = Read("""{"llm.prompts.0.prompt.text":"Once upon","llm.choices.0.completion.text":" a time","llm.finish_reason":"length"}""");

        Assert.Equal("Once upon", Text(Assert.Single(content.InputMessages)));
        Assert.Equal(" a time", Text(Assert.Single(content.OutputMessages)));
        Assert.Equal("", content.InputMessages[0].Role);
        Assert.Equal("length", content.OutputMessages[0].FinishReason);
    }

    [Theory]
    [InlineData("""[{"role":"user","content":"hi"},{"role":"assistant","content":[{"type":"text","text":"yes"}],"tool_calls":[{"id":"c","function":{"name":"f","arguments":"{}"}}]}]""")]
    [InlineData("""[{"message.role":"user","message.content":"hi"},{"message.role":"assistant","message.contents":[{"message_content.type":"text","message_content.text":"yes"}],"message.tool_calls":[{"tool_call.id":"c","tool_call.function.name":"f"}]}]""")]
    [InlineData("""[{"message":{"role":"user","content":"hi"}},{"message":{"role":"assistant","contents":[{"message_content":{"type":"text","text":"yes"}}],"tool_calls":[{"tool_call":{"id":"c","function":{"name":"f"}}}]}}]""")]
    public void MessagesInOneAttribute_AreReadAlike(string json)
    {
        foreach (var value in (string[])[json, "\"" + JsonEncodedText.Encode(json) + "\""])
        {
            var messages = Read($$"""{"llm.input_messages":{{value}}}""").InputMessages;

            Assert.Equal(["user", "assistant"], messages.Select(message => message.Role));
            Assert.Equal(["hi", "yes"], messages.Select(Text));
            Assert.Equal("f", Assert.Single(messages[1].ToolCalls).Name);
        }
    }

    [Theory]
    [InlineData("\"no json\"")]
    [InlineData("\"[{'role': 'user'}]\"")]
    [InlineData("[1,null,\"a\"]")]
    [InlineData("12")]
    [InlineData("{}")]
    public void MessagesThatAreNone_AreLeftOut(string value) => Assert.Empty(Read($$"""{"llm.input_messages":{{value}}}""").InputMessages);

    [Theory]
    [InlineData("""{"type":"function","function":{"name":"f","description":"d","parameters":{}}}""")]
    [InlineData("""{"type":"function","name":"f","description":"d"}""")]
    [InlineData("""{"name":"f","description":"d","input_schema":{}}""")]
    public void Tools_AreNamedInEveryDialect(string schema)
    {
        var tool = Assert.Single(Read($$"""{"llm.tools.0.tool.json_schema":"{{JsonEncodedText.Encode(schema)}}"}""").Tools);

        Assert.Equal("f", tool.Name);
        Assert.Equal("d", tool.Description);
        Assert.Equal(schema, tool.Definition.GetRawText());
    }

    [Fact]
    public void ToolDefinitionThatIsNoJson_IsAText()
    {
        var tool = Assert.Single(Read("""{"llm.tools.0.tool.json_schema":"{'name': 'f'}"}""").Tools);

        Assert.Equal("{'name': 'f'}", tool.Definition.GetString());
        Assert.Null(tool.Name);
    }

    [Fact]
    public void ToolSpan_ShowsItsToolAndWhatItWasGiven()
    {
        var content = Read("""{"tool.name":"search","tool.description":"finds","tool.parameters":"{\"q\": \"x\"}","input.value":"x","input.mime_type":"text/plain"}""");

        var tool = Assert.Single(content.Tools);
        Assert.Equal("search", tool.Name);
        Assert.Equal("finds", tool.Description);
        Assert.Equal("x", content.Parameters!.Value.GetProperty("q").GetString());
        Assert.Equal("text/plain", content.Input!.MimeType);
    }

    [Fact]
    public void Parameters_AreWithoutWhatIsShownElsewhereAndKeepTheirDigits()
    {
        var parameters = Read("""{"llm.invocation_parameters":"{\"model\": \"m\", \"temperature\": 0.70, \"tools\": [], \"messages\": []}"}""").Parameters;

        Assert.Equal("""{"model":"m","temperature":0.70}""", parameters!.Value.GetRawText());
    }

    [Fact]
    public void Documents_AreReadFromEveryKindOfSpan()
    {
        var documents = Read(
            """
            {"retrieval.documents.0.document.id":7,"retrieval.documents.0.document.score":0.5,"retrieval.documents.0.document.content":"r","retrieval.documents.0.document.metadata":"{\"k\": 1}",
             "reranker.input_documents.0.document.content":"i","reranker.output_documents.0.document.content":"o","reranker.output_documents.0.document.score":"0.25",
             "embedding.embeddings.0.embedding.text":"e","embedding.embeddings.0.embedding.vector":[0.1,0.2]}
            """).Documents;

        Assert.Equal(["retrieved", "input", "output", "embedded"], documents.Select(document => document.Part));
        Assert.Equal(["r", "i", "o", "e"], documents.Select(document => document.Text!.Text));
        Assert.Equal("7", documents[0].Id);
        Assert.Equal([0.5, null, 0.25, null], documents.Select(document => document.Score));
        Assert.Equal(1, documents[0].Metadata!.Value.GetProperty("k").GetInt32());
    }

    [Fact]
    public void Nothing_IsEmpty()
    {
        var content = Read("{}");

        Assert.Null(content.Input);
        Assert.Null(content.Parameters);
        Assert.Empty(content.InputMessages);
        Assert.Empty(content.Tools);
        Assert.Empty(content.Documents);
    }

    [Theory]
    [InlineData("""{"llm.input_messages.x.message.role":"u","llm.input_messages.":"a","llm.input_messages.0":"b","llm.input_messages.-1.message.role":"c","llm.input_messages.99999999999.message.role":"d"}""")]
    [InlineData("""{"llm.output_messages.0.message.contents.0":1,"llm.tools.0":{},"retrieval.documents.0":[]}""")]
    public void NamesThatAreAlmostLists_AreLeftOut(string attributes) => Assert.Empty(Read(attributes).InputMessages);

    [Fact]
    public void HalfSurrogatesAndDepthInsideTexts_DoNoHarm()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 100)) + string.Concat(Enumerable.Repeat("]", 100));
        var content = Read($$"""{"llm.invocation_parameters":"{\"a\": \"\\ud83d\", \"\\ud83d\": 1}","llm.tools.0.tool.json_schema":"{{deep}}"}""");

        Assert.Equal("\ufffd", content.Parameters!.Value.GetProperty("a").GetString());
        Assert.Equal(deep, content.Tools[0].Definition.GetString());
    }

    [Fact]
    public void LongTexts_AreCutAndSaySo()
    {
        var message = Assert.Single(Read("""{"llm.input_messages.0.message.role":"user","llm.input_messages.0.message.content":"ab😀cd"}""", limit: 3).InputMessages);

        Assert.Equal("user", message.Role);
        Assert.Equal("ab", Text(message));
        Assert.Equal(6, message.Parts[0].Text!.Length);
    }

    [Fact]
    public void SixteenMebibytes_AreUnescapedOnceAndNotKept()
    {
        var attributes = Encoding.UTF8.GetBytes("{\"llm.input_messages.0.message.content\":\"" + string.Concat(Enumerable.Repeat("a \\\"b\\\" \\n", 1_600_000)) + "\"}");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var content = SpanContentReader.Read(attributes, default, 65_536);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, attributes.Length * 3L / 2);
        Assert.Equal(65_536, Text(content.InputMessages[0])!.Length);
    }

    [Fact]
    public void SixteenThousandMessages_AreInOrder()
    {
        var attributes = "{" + string.Join(',', Enumerable.Range(0, 16_000).Reverse().Select(i => $"\"llm.input_messages.{i}.message.content\":\"m{i}\"")) + "}";

        var content = Read(attributes);

        Assert.Equal(Enumerable.Range(0, 16_000).Select(i => $"m{i}"), content.InputMessages.Select(Text));
    }

    private static SpanContent Read(string attributes, int limit = 0) => SpanContentReader.Read(Encoding.UTF8.GetBytes(attributes), default, limit);

    private static string? Text(MessageRecord message) => message.Parts is [var first, ..] ? first.Text?.Text : null;
}
