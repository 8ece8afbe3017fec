using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Weir.OpenInference;
using Xunit;

namespace Weir.Tests.OpenInference.Chat;

public sealed class ChatStreamAccumulatorTests
{
    [Fact]
    public void Add_TextOverChunks_IsJoinedAndNullsAreLeftOut()
    {
        Folds(
            """{"id":"1","object":"chat.completion.chunk","model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"Hello"},"finish_reason":"stop"}],"usage":{"total_tokens":3}}""",
            """{"id":"1","object":"chat.completion.chunk","model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"","refusal":null},"logprobs":null,"finish_reason":null}],"usage":null}""",
            """{"id":"1","model":"m","choices":[{"index":0,"delta":{"content":"Hel"}}]}""",
            """{"id":"1","model":"m","choices":[{"index":0,"delta":{"role":"","content":"lo"}}],"usage":{"total_tokens":2}}""",
            """{"id":"1","model":"m","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""",
            """{"id":"1","model":"m","choices":[],"usage":{"total_tokens":3}}""");
    }

    [Fact]
    public void Add_InterleavedChoices_AreMergedByIndexAndSorted()
    {
        Folds(
            """{"choices":[{"index":0,"message":{"content":"ab"}},{"index":1,"message":{"content":"xy"}},{"index":2,"message":{"content":"q"}}]}""",
            """{"choices":[{"index":1,"delta":{"content":"x"}},{"index":0,"delta":{"content":"a"}}]}""",
            """{"choices":[{"delta":{"content":"b"},"index":0}]}""",
            """{"choices":[{"index":2,"delta":{"content":"q"}},{"index":1,"delta":{"content":"y"}}]}""");
    }

    [Fact]
    public void Add_ToolCallsWithIndex_AreMergedByIndex()
    {
        Folds(
            """{"choices":[{"index":0,"message":{"tool_calls":[{"index":0,"id":"a","type":"function","function":{"name":"f","arguments":"{\"x\":1}"}},{"index":1,"id":"b","type":"function","function":{"name":"g","arguments":"{}"}}]}}]}""",
            """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"a","type":"function","function":{"name":"f","arguments":""}}]}}]}""",
            """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":1,"id":"b","type":"function","function":{"name":"g","arguments":"{"}}]}}]}""",
            """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"x\":"}},{"index":1,"function":{"arguments":"}"}}]}}]}""",
            """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"","function":{"name":"","arguments":"1}"}}]}}]}""");
    }

    [Fact]
    public void Add_ToolCallsWithoutIndex_NewIdStartsANewCall()
    {
        Folds(
            """{"choices":[{"index":0,"message":{"tool_calls":[{"id":"a","function":{"name":"f","arguments":"{}"}},{"id":"b","function":{"name":"f","arguments":"[]"}}]}}]}""",
            """{"choices":[{"index":0,"delta":{"tool_calls":[{"id":"a","function":{"name":"f","arguments":"{"}}]}}]}""",
            """{"choices":[{"index":0,"delta":{"tool_calls":[{"function":{"arguments":"}"}}]}}]}""",
            """{"choices":[{"index":0,"delta":{"tool_calls":[{"id":"b","function":{"name":"f","arguments":"["}}]}}]}""",
            """{"choices":[{"index":0,"delta":{"tool_calls":[{"id":"b","function":{"arguments":"]"}}]}}]}""");
    }

    [Fact]
    public void Add_ReasoningInEveryDialect_IsJoined()
    {
        Folds(
            """{"choices":[{"index":0,"message":{"reasoning":"ab","reasoning_content":"cd","reasoning_details":[{"type":"reasoning.text","index":0,"text":"ab","signature":"s"},{"type":"reasoning.encrypted","index":0,"data":"zz"}],"refusal":"no"}}]}""",
            """{"choices":[{"index":0,"delta":{"reasoning":"a","reasoning_content":"c","reasoning_details":[{"type":"reasoning.text","index":0,"text":"a"}],"refusal":"n"}}]}""",
            """{"choices":[{"index":0,"delta":{"reasoning":"b","reasoning_content":"d","reasoning_details":[{"type":"reasoning.text","index":0,"text":"b","signature":"s"},{"type":"reasoning.encrypted","index":0,"data":"zz"}],"refusal":"o"}}]}""");
    }

    [Fact]
    public void Add_FieldsNobodyKnows_AreKept()
    {
        Folds(
            """{"service_tier":"b","x":{"n":2,"m":1},"choices":[{"index":0,"native_finish_reason":"end","logprobs":{"content":[{"token":"a"},{"token":"b"}]},"message":{"annotations":[{"url":1},{"url":2}],"audio":{"id":"i","data":"AABB","transcript":"hi"}}}]}""",
            """{"service_tier":"a","x":{"n":1,"m":1},"choices":[{"index":0,"logprobs":{"content":[{"token":"a"}]},"delta":{"annotations":[{"url":1}],"audio":{"id":"i","data":"AA","transcript":"h"}}}]}""",
            """{"service_tier":"b","x":{"n":2},"choices":[{"index":0,"native_finish_reason":"end","logprobs":{"content":[{"token":"b"}]},"delta":{"annotations":[{"url":2}],"audio":{"data":"BB","transcript":"i"}}}]}""");
    }

    [Fact]
    public void Add_SurrogatePairSplitOverChunks_IsWhole()
    {
        var stream = Fold("""{"choices":[{"index":0,"delta":{"content":"a\ud83d"}}]}""", """{"choices":[{"index":0,"delta":{"content":"\ude00 \"q\"\n"}}]}""");
        var sink = new RecordingSink();

        stream.WriteAttributes(sink, TraceConfig.IgnoringEnvironment);

        Assert.Equal("a😀 \"q\"\n", sink["llm.output_messages.0.message.content"]);
    }

    [Fact]
    public void Add_ErrorChunk_GivesErrorAndUsageOnly()
    {
        var stream = Fold(
            """{"id":"1","model":"m","choices":[{"index":0,"delta":{"content":"Hel"},"finish_reason":null}]}""",
            """{"id":"2","model":"other","provider":"P","usage":{"cost":1},"error":{"code":502,"message":"gone"},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]}""",
            "[DONE]");

        Assert.Equal("gone", stream.Error!.Message);
        Assert.Equal(502, stream.Error.Status);
        Assert.Equal("m", stream.Model);
        Assert.Equal("""{"id":"1","model":"m","choices":[{"index":0,"message":{"content":"Hel"}}],"usage":{"cost":1}}""", Encoding.UTF8.GetString(stream.ToJson()));
        Assert.Contains("\"provider\":\"P\"", Encoding.UTF8.GetString(stream.ErrorChunk.Span), StringComparison.Ordinal);
        Assert.True(stream.IsDone);
    }

    [Fact]
    public void Add_NullErrorOrQuotedError_IsAnOrdinaryChunk()
    {
        var stream = Fold("""{"error":null,"choices":[{"index":0,"delta":{"content":"the \"error\":{ key"}}]}""");

        Assert.Null(stream.Error);
        Assert.Equal("""{"choices":[{"index":0,"message":{"content":"the \"error\":{ key"}}]}""", Encoding.UTF8.GetString(stream.ToJson()));
    }

    [Fact]
    public void State_OfTheStream_IsKnown()
    {
        var stream = Fold("""{"id":"g1","model":"m","provider":"P","choices":[{"index":0,"delta":{"content":"x"}}],"usage":{"cost": 1}}""");

        Assert.False(stream.IsFinished);
        Assert.Equal(("g1", "m", "P"), (stream.Id, stream.Model, stream.Provider));
        Assert.Equal("""{"cost": 1}""", Encoding.UTF8.GetString(stream.Usage));
        stream.Add("""{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"""u8);
        Assert.True(stream.IsFinished);
        Assert.False(stream.IsDone);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1]")]
    [InlineData("nonsense")]
    [InlineData("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"x")]
    public void Add_NotAChunk_IsRefusedAndChangesNothingElse(string data)
    {
        var stream = Fold("""{"id":"1","choices":[{"index":0,"delta":{"content":"a"}}]}""");

        Assert.False(stream.Add(Encoding.UTF8.GetBytes(data)));
        Assert.Equal("""{"id":"1","choices":[{"index":0,"message":{"content":"a"}}]}""", Encoding.UTF8.GetString(stream.ToJson()));
    }

    [Fact]
    public void Add_BeyondBound_KeepsTheBeginningAndTheUsage()
    {
        var stream = new ChatStreamAccumulator(maxBytes: 1000);
        for (var i = 0; i < 100; i++)
        {
            stream.Add(Encoding.UTF8.GetBytes("""{"choices":[{"index":0,"delta":{"content":"@ "}}]}""".Replace("@", i.ToString("D10", CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        }

        stream.Add("""{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":{"total_tokens":9}}"""u8);
        var sink = new RecordingSink();
        stream.WriteAttributes(sink, TraceConfig.IgnoringEnvironment);

        Assert.True(stream.Truncated);
        Assert.Equal(true, sink["weir.output.truncated"]);
        Assert.Equal(9L, sink["llm.token_count.total"]);
        Assert.Equal("stop", sink["llm.finish_reason"]);
        Assert.StartsWith("0000000000 0000000001 ", (string)sink["llm.output_messages.0.message.content"]!, StringComparison.Ordinal);
        Assert.InRange(stream.ToJson().Length, 100, 1200);
    }

    [Fact]
    public void Add_ThousandsOfChoices_IsBounded()
    {
        var stream = new ChatStreamAccumulator();
        for (var i = 0; i < 5000; i++)
        {
            stream.Add(Encoding.UTF8.GetBytes("""{"choices":[{"index":@,"delta":{"content":"x"}}]}""".Replace("@", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        }

        Assert.True(stream.Truncated);
        Assert.InRange(stream.ToJson().Length, 1000, 100_000);
    }

    private static void Folds(string expected, params string[] chunks)
    {
        var actual = JsonNode.Parse(Fold(chunks).ToJson());

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual!.ToJsonString());
    }

    private static ChatStreamAccumulator Fold(params string[] chunks)
    {
        var stream = new ChatStreamAccumulator();
        foreach (var chunk in chunks)
        {
            Assert.True(stream.Add(Encoding.UTF8.GetBytes(chunk)));
        }

        return stream;
    }
}
