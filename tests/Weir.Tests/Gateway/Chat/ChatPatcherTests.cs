using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Weir.Gateway.Chat;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Chat;

/// <summary>Answers pass as they are, but for the members that are ours.</summary>
public sealed class ChatPatcherTests
{
    private const string Head = """{"id":"gen-1-abc","object":"chat.completion.chunk","created":1,"model":"acme/small","provider":"Acme" """;

    [Theory]
    [InlineData("{}", ""","choices":[]}""")]
    [InlineData("""{"id":"x","object":"o","created":7,"model":"m","provider":"p","usage":{"a":[1,{"b":2}]}}""", ""","choices":[]}""")]
    [InlineData("""{"choices":[]}""", ""","choices":[]}""")]
    [InlineData("""{"choices":null}""", ""","choices":[]}""")]
    [InlineData("""{"choices":{"a":1}}""", ""","choices":[]}""")]
    [InlineData("""{"choices":[{}]}""", ""","choices":[{"delta":{},"index":0,"finish_reason":null,"native_finish_reason":null}]}""")]
    [InlineData(
        """{"choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":null}],"x":1}""",
        ""","choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":null,"native_finish_reason":null}],"x":1}""")]
    [InlineData(
        """{"choices":[{"finish_reason":"end_turn","delta":{},"index":0}]}""",
        ""","choices":[{"delta":{},"index":0,"finish_reason":"stop","native_finish_reason":"end_turn"}]}""")]
    [InlineData(
        """{"choices":[{"finish_reason":"length","native_finish_reason":"MAX_TOKENS"}]}""",
        ""","choices":[{"delta":{},"index":0,"finish_reason":"length","native_finish_reason":"MAX_TOKENS"}]}""")]
    [InlineData(
        """{"choices":[{"native_finish_reason":"STOP","finish_reason":"stop"}]}""",
        ""","choices":[{"delta":{},"index":0,"finish_reason":"stop","native_finish_reason":"STOP"}]}""")]
    [InlineData("""{"choices":[{"finish_reason":""}]}""", ""","choices":[{"delta":{},"index":0,"finish_reason":null,"native_finish_reason":null}]}""")]
    [InlineData("""{"choices":[{"finish_reason":7}]}""", ""","choices":[{"delta":{},"index":0,"finish_reason":null,"native_finish_reason":null}]}""")]
    [InlineData("""{"choices":[{"finish_reason":"odd \"one\""}]}""", ""","choices":[{"delta":{},"index":0,"finish_reason":"stop","native_finish_reason":"odd \u0022one\u0022"}]}""")]
    [InlineData(
        """{"choices":[{"delta":{"tool_calls":null,"content":null,"images":null,"annotations":null,"reasoning_details":null,"refusal":null}}]}""",
        ""","choices":[{"delta":{"content":null,"refusal":null},"index":0,"finish_reason":null,"native_finish_reason":null}]}""")]
    [InlineData(
        """{"choices":[{"delta":{"tool_calls":[],"images":[]}}]}""",
        ""","choices":[{"delta":{"tool_calls":[],"images":[]},"index":0,"finish_reason":null,"native_finish_reason":null}]}""")]
    [InlineData("""{"choices":[{"delta":null}]}""", ""","choices":[{"delta":{},"index":0,"finish_reason":null,"native_finish_reason":null}]}""")]
    [InlineData("""{"choices":[{},{"index":1}]}""", ""","choices":[{"delta":{},"index":0,"finish_reason":null,"native_finish_reason":null},{"index":1,"delta":{},"finish_reason":null,"native_finish_reason":null}]}""")]
    [InlineData(
        """{"choices":[null,{"index":1},[7]],"x":1}""",
        ""","choices":[{"index":1,"delta":{},"finish_reason":null,"native_finish_reason":null}],"x":1}""")]
    [InlineData("""{"system_fingerprint":null,"service_tier":null}""", ""","service_tier":null,"choices":[]}""")]
    [InlineData("""{"system_fingerprint":"fp"}""", ""","system_fingerprint":"fp","choices":[]}""")]
    [InlineData("""{"a":"say \"id\":\"x\" \\","b":"}]{[","\u0069d":"escaped"}""", ""","a":"say \"id\":\"x\" \\","b":"}]{[","choices":[]}""")]
    [InlineData("""{"x":1.50e+3,"y":"\u00fc\/"}""", ""","x":1.50e+3,"y":"\u00fc\/","choices":[]}""")]
    public void Chunk_In_GivesOut(string input, string rest) => Assert.Equal(Head.TrimEnd() + rest, Chunk(input));

    [Fact]
    public void Chunk_PrettyPrinted_KeepsWhatIsInsideAsItIs() =>
        Assert.Equal(
            Head.TrimEnd() + ",\"choices\":[{\"index\": 0,\"delta\":{\"content\" :\t\"Hi\"},\"finish_reason\":\"stop\",\"native_finish_reason\":\"stop\"}],\"x\" : [ 1,\n 2 ]}",
            Chunk("{\n  \"id\" : \"x\",\n  \"choices\" : [ {\n \"index\": 0,\n \"delta\" : { \"content\" :\t\"Hi\" } ,\n \"finish_reason\" : \"stop\" } ] ,\n \"x\" : [ 1,\n 2 ]\n}\n"));

    [Fact]
    public void Chunks_OfCallsWithoutId_GetOneWhereTheyBegin()
    {
        var calls = new StreamedCalls();
        string[] pieces =
        [
            """{"index":0,"delta":{"tool_calls":[{"index":0,"id":"","function":{"name":"find","arguments":""}}]}}""",
            """{"index":0,"delta":{"tool_calls":[{"index":0,"id":null,"function":{"arguments":"{}"}},{"index":1,"function":{"name":"see"}}]}}""",
            """{"delta":{"tool_calls":[{"index":0,"function":{"name":"find"}}]},"index":1}""",
            """{"index":0,"delta":{"tool_calls":[{"index":2,"id":"theirs","function":{"name":"go"}}]}}""",
            """{"index":0,"delta":{"tool_calls":[{"index":2,"function":{"arguments":"{}"}},{"index":1,"id":"","function":{"arguments":"{}"}}]}}""",
        ];

        var ids = pieces.Select(piece => IdsOf(Chunk($$"""{"choices":[{{piece}}]}""", sawToolCalls: true, calls))).ToArray();

        string[] expected = ["new", "-,new", "new", "theirs", "-,-"];
        Assert.Equal(expected, ids.Select(each => string.Join(',', each.Select(id => id?.StartsWith("call_", StringComparison.Ordinal) is true ? "new" : id ?? "-"))));
        Assert.Equal(3, ids.SelectMany(each => each).OfType<string>().Where(id => id != "theirs").Distinct().Count());
    }

    private static string?[] IdsOf(string chunk)
    {
        using var json = JsonDocument.Parse(chunk);
        return [.. json.RootElement.GetProperty("choices")[0].GetProperty("delta").GetProperty("tool_calls").EnumerateArray().Select(call => call.TryGetProperty("id", out var id) ? id.GetString() : null)];
    }

    [Theory]
    [InlineData("stop", "tool_calls")]
    [InlineData("length", "length")]
    [InlineData("tool_use", "tool_calls")]
    public void Chunk_AfterToolCalls_FinishesWithThem(string native, string finish) =>
        Assert.Contains(
            $"\"finish_reason\":\"{finish}\",\"native_finish_reason\":\"{native}\"",
            Chunk($$"""{"choices":[{"finish_reason":"{{native}}"}]}""", sawToolCalls: true),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"id":"x"}""", ""","choices":[],"system_fingerprint":null""")]
    [InlineData("""{"system_fingerprint":null}""", ""","system_fingerprint":null,"choices":[]""")]
    [InlineData("""{"system_fingerprint":"fp","usage":{}}""", ""","system_fingerprint":"fp","choices":[]""")]
    [InlineData(
        """{"choices":[{"index":0,"message":{"role":"assistant","content":"Hi","tool_calls":null},"finish_reason":"stop","logprobs":null}],"system_fingerprint":null}""",
        ""","choices":[{"index":0,"message":{"role":"assistant","content":"Hi"},"logprobs":null,"finish_reason":"stop","native_finish_reason":"stop"}],"system_fingerprint":null""")]
    public void Completion_In_GivesOutNotClosed(string input, string rest)
    {
        var output = new ArrayBufferWriter<byte>();

        ChatPatcher.WriteCompletion(Utf8(input), Stamp, sawToolCalls: false, output);

        Assert.Equal(Head.Replace(".chunk", "", StringComparison.Ordinal).TrimEnd() + rest.TrimEnd(), Text(output.WrittenMemory));
    }

    [Theory]
    [InlineData("""{"choices":[{"delta":{"content":"cut""")]
    [InlineData("""{"a":1""")]
    [InlineData("""{"a" 1}""")]
    [InlineData("{\"a\":\"raw\nline\"}")]
    public void Chunk_BrokenJson_Throws(string input) => Assert.ThrowsAny<JsonException>(() => Chunk(input));

    [Theory]
    [InlineData("""{"choices":[{"finish_reason":"stop \ud83d"}]}""")]
    [InlineData("""{"choices":[{"finish_reason":"stop"},{"finish_reason":"\ud83d","native_finish_reason":"\ude00"}]}""")]
    [InlineData("""{"choices":[{"delta":{"content":"\ud83d"},"finish_reason":null}],"\udbff":"\udbff"}""")]
    public void Chunk_HalfASurrogatePair_Passes(string input)
    {
        var output = Chunk(input);

        using var valid = JsonDocument.Parse(output);
        Assert.StartsWith(Head.TrimEnd(), output, StringComparison.Ordinal);
    }

    [Fact]
    public void Chunk_AnyJson_StaysValidAndKeepsUnknownMembersByteForByte()
    {
        var random = new Random(4711);
        for (var round = 0; round < 2000; round++)
        {
            var unknown = Enumerable.Range(0, random.Next(6)).ToDictionary(i => $"u{i}", _ => Value(random, 3));
            var inChoice = Enumerable.Range(0, random.Next(4)).ToDictionary(i => $"c{i}", _ => Value(random, 2));
            var inDelta = Enumerable.Range(0, random.Next(4)).ToDictionary(i => $"d{i}", _ => Value(random, 2));
            string[] members =
            [
                .. unknown.Select(Member),
                $"\"choices\":{Space(random)}[{{{string.Join(',', [.. inChoice.Select(Member), $"\"delta\":{{{string.Join(',', inDelta.Select(Member))}}}"])}}}]",
                "\"id\":\"theirs\"", "\"usage\":{\"prompt_tokens\":1}",
            ];
            random.Shuffle(members);

            var output = Chunk($"{{{Space(random)}{string.Join($"{Space(random)},{Space(random)}", members)}{Space(random)}}}");

            using var json = JsonDocument.Parse(output);
            var choice = json.RootElement.GetProperty("choices")[0];
            AssertSame(unknown, json.RootElement);
            AssertSame(inChoice, choice);
            AssertSame(inDelta, choice.GetProperty("delta"));
            Assert.Equal("gen-1-abc", json.RootElement.GetProperty("id").GetString());
            Assert.False(json.RootElement.TryGetProperty("usage", out _));
            Assert.Equal(JsonValueKind.Null, choice.GetProperty("finish_reason").ValueKind);
        }
    }

    private static void AssertSame(Dictionary<string, string> expected, JsonElement actual) =>
        Assert.All(expected, member => Assert.Equal(member.Value, actual.GetProperty(member.Key).GetRawText()));

    private static string Member(KeyValuePair<string, string> member) => $"\"{member.Key}\":{member.Value}";

    private static string Space(Random random) => new[] { "", " ", "\n", "\t \r\n" }[random.Next(4)];

    private static string Value(Random random, int depth) => random.Next(depth > 0 ? 8 : 6) switch
    {
        0 => "null",
        1 => "true",
        2 => $"-{random.Next(100)}.50E-{random.Next(1, 9)}",
        3 => JsonValue.Create(new string([.. Enumerable.Range(0, random.Next(8)).Select(_ => (char)random.Next(1, 0x3000))])).ToJsonString(),
        4 => "\"\\\"choices\\\":[{\\\\\"",
        5 => "\"ü😀\\ud83d\"",
        6 => $"[{Space(random)}{string.Join(",", Enumerable.Range(0, random.Next(3)).Select(_ => Value(random, depth - 1)))}]",
        _ => $"{{\"finish_reason\":{Value(random, depth - 1)},{Space(random)}\"usage\" :{Value(random, depth - 1)}}}",
    };

    private static string Chunk(string input, bool sawToolCalls = false, StreamedCalls? calls = null)
    {
        var output = new ArrayBufferWriter<byte>();
        ChatPatcher.WriteChunk(Utf8(input), Stamp, sawToolCalls, output, calls);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
