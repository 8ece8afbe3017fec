using System.Text.Json;
using System.Text.Json.Nodes;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols;
using Weir.Gateway.Protocols.Completions;
using Weir.Protocol.Errors;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Protocols.Completions;

/// <summary>Text completions: what they ask as a chat request, and what their clients get.</summary>
public sealed class CompletionsProtocolTests
{
    private static readonly CompletionsProtocol Protocol = new();

    [Theory]
    [InlineData("\"prompt\":\"Once\"", "")]
    [InlineData("\"prompt\":[\"Once\"]", "")]
    [InlineData("\"prompt\":\"Once\",\"max_tokens\":5,\"stop\":[\"x\"],\"seed\":1,\"user\":\"u\",\"temperature\":null", ",\"max_tokens\":5,\"stop\":[\"x\"],\"seed\":1,\"user\":\"u\"")]
    [InlineData("\"prompt\":\"Once\",\"logprobs\":2", ",\"logprobs\":true,\"top_logprobs\":2")]
    [InlineData("\"prompt\":\"Once\",\"best_of\":1,\"suffix\":\"\",\"echo\":true,\"n\":2", ",\"n\":2")]
    public void Read_Prompt_IsOneUserMessage(string members, string expected)
    {
        var chat = JsonNode.Parse(Protocol.Read(Utf8("{\"model\":\"acme/small\"," + members + "}")).Body.Span);

        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse("{\"model\":\"acme/small\",\"messages\":[{\"role\":\"user\",\"content\":\"Once\"}]" + expected + "}"), chat),
            chat!.ToJsonString());
    }

    [Theory]
    [InlineData("\"model\":\"acme/small\"", "'prompt' is missing")]
    [InlineData("\"messages\":[]", "POST /api/v1/chat/completions")]
    [InlineData("\"prompt\":{}", "'prompt' is an object")]
    [InlineData("\"prompt\":[]", "'prompt' is an empty list")]
    [InlineData("\"prompt\":[\"a\",\"b\"]", "'prompt' holds 2 texts")]
    [InlineData("\"prompt\":[1,2]", "'prompt' is a list of token ids")]
    [InlineData("\"prompt\":[[1,2]]", "'prompt' is a list of token ids")]
    [InlineData("\"prompt\":[true]", "'prompt[0]' is true or false")]
    [InlineData("\"prompt\":\"a\",\"suffix\":\"b\"", "'suffix'")]
    [InlineData("\"prompt\":\"a\",\"best_of\":2", "'best_of'")]
    [InlineData("\"prompt\":\"a\",\"n\":0", "'n' is 0; it must be a whole number from 1 to 128")]
    [InlineData("\"prompt\":\"a\",\"logprobs\":6", "'logprobs' is 6; it must be a whole number from 0 to 5")]
    [InlineData("\"prompt\":\"a\",\"logprobs\":true", "'logprobs' is true")]
    [InlineData("\"prompt\":\"a\",\"echo\":1", "'echo' is a number")]
    [InlineData("\"prompt\":\"a\",\"echo\":true,\"logprobs\":1", "'echo' and 'logprobs'")]
    [InlineData("\"prompt\":\"a\",\"tools\":[{\"type\":\"function\"}]", "'tools'")]
    public void Read_WhatCannotBeDone_IsRefusedByItsPlace(string members, string place)
    {
        var refusal = Assert.Throws<GatewayException>(() => Protocol.Read(Utf8("{" + members + "}")));

        Assert.Equal(400, refusal.Error.Status);
        Assert.Contains(place, refusal.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stream_IsThatOfText()
    {
        var events = Stream(
            """{"prompt":"Once"}""",
            """{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null,"native_finish_reason":null}""",
            """{"index":0,"delta":{"reasoning":"Hm"},"finish_reason":null,"native_finish_reason":null}""",
            """{"index":0,"delta":{"content":"upon"},"finish_reason":null,"native_finish_reason":null}""",
            """{"index":0,"delta":{},"finish_reason":"tool_calls","native_finish_reason":"tool_use"}""");

        Assert.Equal(4, events.Count);
        Assert.All(events, item => Assert.Equal("text_completion", item.GetProperty("object").GetString()));
        Assert.Equal("""[{"index":0,"text":"","logprobs":null,"reasoning":"Hm","finish_reason":null,"native_finish_reason":null}]""", events[0].GetProperty("choices").GetRawText());
        Assert.Equal("""[{"index":0,"text":"upon","logprobs":null,"finish_reason":null,"native_finish_reason":null}]""", events[1].GetProperty("choices").GetRawText());
        Assert.Equal("""[{"index":0,"text":"","logprobs":null,"finish_reason":"stop","native_finish_reason":"tool_use"}]""", events[2].GetProperty("choices").GetRawText());
        Assert.Equal(("[]", 3), (events[3].GetProperty("choices").GetRawText(), events[3].GetProperty("usage").GetProperty("total_tokens").GetInt32()));
    }

    [Fact]
    public void Echo_ComesOnceAtTheFrontOfEachChoice()
    {
        var events = Stream(
            """{"prompt":"Once \"x\" ","echo":true,"n":2}""",
            """{"index":0,"delta":{"content":"a"},"finish_reason":null},{"index":1,"delta":{"content":"b"},"finish_reason":null}""",
            """{"index":0,"delta":{"content":"c"},"finish_reason":null}""");

        Assert.Equal(["Once \"x\" a", "Once \"x\" b", "c"], events.SelectMany(item => item.GetProperty("choices").EnumerateArray()).Select(choice => choice.GetProperty("text").GetString()));
    }

    [Fact]
    public void Logprobs_CountWhereTokensBegin()
    {
        var events = Stream(
            """{"prompt":"Once","logprobs":1}""",
            """{"index":0,"delta":{"content":"a😀"},"logprobs":{"content":[{"token":"a😀","logprob":-0.5,"top_logprobs":[{"token":"b","logprob":-1},{"token":"b","logprob":-2}]}]},"finish_reason":null}""",
            """{"index":0,"delta":{"content":"c"},"logprobs":{"content":[{"token":"c","logprob":-1.5,"top_logprobs":[]}]},"finish_reason":null}""");

        Assert.Equal("""{"tokens":["a😀"],"token_logprobs":[-0.5],"top_logprobs":[{"b":-1}],"text_offset":[0]}""", events[0].GetProperty("choices")[0].GetProperty("logprobs").GetRawText());
        Assert.Equal("""{"tokens":["c"],"token_logprobs":[-1.5],"top_logprobs":[{}],"text_offset":[2]}""", events[1].GetProperty("choices")[0].GetProperty("logprobs").GetRawText());
    }

    [Fact]
    public void Body_IsThatOfText()
    {
        var body = JsonDocument.Parse(Answer("""{"prompt":"Once","echo":true}""").Body(Utf8(
            """{"id":"gen-1-abc","object":"chat.completion","system_fingerprint":"fp","choices":[{"index":0,"message":{"role":"assistant","content":"upon"},"finish_reason":"length","native_finish_reason":"max_tokens"}],"usage":{"total_tokens":3}}"""))).RootElement;

        Assert.Equal("""[{"index":0,"text":"Onceupon","logprobs":null,"finish_reason":"length","native_finish_reason":"max_tokens"}]""", body.GetProperty("choices").GetRawText());
        Assert.Equal(("text_completion", "acme/small", "Acme", "fp"), (
            body.GetProperty("object").GetString(), body.GetProperty("model").GetString(), body.GetProperty("provider").GetString(), body.GetProperty("system_fingerprint").GetString()));
    }

    [Fact]
    public void Error_InTheStream_EndsTheChoice()
    {
        var output = new EventBuffer();
        var answer = Answer("""{"prompt":"Once"}""");

        answer.WriteError(GatewayError.Gateway(GatewayErrorCode.ProviderUnavailable, "It broke."), output);
        answer.WriteEndMark(output);

        var data = Text(output.Written).Split("\n\n");
        var failed = JsonDocument.Parse(data[0]["data: ".Length..]).RootElement;
        Assert.Equal(502, failed.GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal("error", failed.GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.Equal("", failed.GetProperty("choices")[0].GetProperty("text").GetString());
        Assert.Equal("data: [DONE]", data[1]);
    }

    private static IAnswerTranslator Answer(string request)
    {
        var time = new FakeTime();
        return Protocol.Answer(Inbound(time, body: request), "acme/small", "Acme");
    }

    private static List<JsonElement> Stream(string request, params string[] choices)
    {
        var answer = Answer(request);
        var output = new EventBuffer();
        foreach (var choice in choices)
        {
            answer.WriteChunk(Utf8($$"""{"id":"gen-1-abc","object":"chat.completion.chunk","choices":[{{choice}}]}"""), output);
        }

        answer.WriteClosing(Utf8("""{"id":"gen-1-abc","choices":[],"usage":{"total_tokens":3}}"""), output);
        return [.. Text(output.Written).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(item => JsonDocument.Parse(item["data: ".Length..]).RootElement)];
    }
}
