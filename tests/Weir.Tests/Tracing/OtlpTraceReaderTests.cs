using System.Text;
using Weir.Tracing.Ingest;
using Weir.Tracing.Model;
using Xunit;

namespace Weir.Tests.Tracing;

/// <summary>Decoding of OTLP requests, in both forms at once wherever both must do the same.</summary>
public sealed class OtlpTraceReaderTests
{
    private static readonly Guid Workspace = new("11111111-1111-1111-1111-111111111111");
    private static readonly OtlpTraceReader Reader = new(IngestLimits.Default);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Span_WithEverything_BecomesARow(bool json)
    {
        var span = new OtlpSpan
        {
            ParentId = [9, 9, 9, 9, 9, 9, 9, 9],
            Attributes = [("s", "é😀\"\\"), ("b", true), ("i", long.MinValue), ("d", 1.0), ("small", 0.000123), ("huge", 1e300), ("nan", double.NaN), ("inf", double.NegativeInfinity),
                ("list", new object?[] { "a", 1L, null }), ("map", new (string, object?)[] { ("x", 1L), ("y", new object?[] { new (string, object?)[] { ("z", false) } }), ("x", 2L) }),
                ("bytes", new byte[] { 1, 2, 255 }), ("none", null)],
            Events = [("exception", 5, [("exception.type", "E")])],
            Links = [([.. Enumerable.Repeat((byte)7, 16)], [8, 8, 8, 8, 8, 8, 8, 8], [("k", "v")])],
            Status = 2,
            StatusMessage = "bad",
            TraceState = "a=b",
            Flags = 0x101,
            DroppedAttributes = 4,
            Resource = [("service.name", "svc")],
            ScopeName = "lib",
            ScopeVersion = "1.2",
        };

        var row = Single(Read(json, span));

        Assert.Equal(
            """{"s":"é\uD83D\uDE00\"\\","b":true,"i":-9223372036854775808,"d":1.0,"small":0.000123,"huge":1E+300,"nan":"NaN","inf":"-Infinity","list":["a",1,null],"map":{"x":2,"y":[{"z":false}]},"bytes":"AQL/","none":null}""",
            Text(row.Attributes));
        Assert.Equal("""[{"name":"exception","time_unix_nano":5,"attributes":{"exception.type":"E"}}]""", Text(row.Events));
        Assert.Equal("""[{"trace_id":"07070707070707070707070707070707","span_id":"0808080808080808","trace_state":"","attributes":{"k":"v"}}]""", Text(row.Links));
        Assert.Equal("""{"service.name":"svc"}""", Text(row.Resource));
        Assert.Equal("0102030405060708090a0b0c0d0e0f10", row.TraceId.ToString());
        Assert.Equal("a102030405060708", row.SpanId.ToString());
        Assert.Equal("0909090909090909", row.ParentSpanId.ToString());
        Assert.Equal(("chat", "svc", "lib", "1.2", "a=b", "bad"), (row.Name, row.Project, row.ScopeName, row.ScopeVersion, row.TraceState, row.StatusMessage));
        Assert.Equal((3, SpanStatus.Error, 0x101U, 4U), (row.OtelKind, row.Status, row.Flags, row.DroppedAttributes));
        Assert.Equal((1_700_000_000_000_000_000, 1_700_000_001_000_000_000, 42), (row.StartUnixNanos, row.EndUnixNanos, row.ReceivedUnixNanos));
        Assert.Equal((Workspace, ProjectBinding.Named, "UNKNOWN"), (row.WorkspaceId, row.ProjectBinding, row.Kind));
    }

    [Theory]
    [InlineData("trace id", true)]
    [InlineData("trace id", false)]
    [InlineData("span id", true)]
    [InlineData("span id", false)]
    [InlineData("parent span id", true)]
    [InlineData("parent span id", false)]
    [InlineData("no name", true)]
    [InlineData("no name", false)]
    [InlineData("ends before", true)]
    [InlineData("ends before", false)]
    [InlineData("2262", true)]
    [InlineData("2262", false)]
    [InlineData("nests deeper", true)]
    [InlineData("nests deeper", false)]
    [InlineData("attributes in one place", true)]
    [InlineData("attributes in one place", false)]
    public void Span_ThatCannotBeStored_IsRefusedAlone(string problem, bool json)
    {
        var good = new OtlpSpan();
        var bad = problem switch
        {
            "trace id" => good with { TraceId = new byte[16] },
            "span id" => good with { SpanId = [1, 2, 3] },
            "parent span id" => good with { ParentId = [1] },
            "no name" => good with { Name = "" },
            "ends before" => good with { End = good.Start - 1 },
            "2262" => good with { End = ulong.MaxValue },
            "nests deeper" => good with { Attributes = [("deep", Nested(33))] },
            _ => good with { Attributes = [.. Enumerable.Range(0, 16_385).Select(i => ($"k{i}", (object?)1L))] },
        };

        var result = Read(json, good, bad, good with { SpanId = [1, 1, 1, 1, 1, 1, 1, 1] });

        Assert.Equal(2, result.Spans.Count);
        Assert.Equal(1, result.Rejected);
        Assert.StartsWith("1 of 3 spans were refused.", result.Message, StringComparison.Ordinal);
        Assert.Contains(problem, result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Request_Empty_IsFine(bool json)
    {
        var result = Read(json);

        Assert.Equal((0, 0, ""), (result.Spans.Count, result.Rejected, result.Message));
        Assert.Empty(Reader.ReadProtobuf([], Context()).Spans);
        Assert.Empty(Reader.ReadJson("{}"u8, Context()).Spans);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Attributes_DuplicateKey_LastWins(bool json)
    {
        var row = Single(Read(json, new OtlpSpan { Attributes = [("a", "first"), ("b", 1L), ("a", 2L)] }));

        Assert.Equal("""{"a":2,"b":1}""", Text(row.Attributes));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Attributes_NestedToTheLimit_AreKept(bool json) => Assert.Contains("[[[", Text(Single(Read(json, new OtlpSpan { Attributes = [("deep", Nested(32))] })).Attributes), StringComparison.Ordinal);

    [Fact]
    public void Protobuf_InvalidUtf8AndNul_AreReplaced()
    {
        var body = OtlpEncoder.ToProtobuf(new OtlpSpan { Name = "n\0ame", Attributes = [("k\0", "XXXX")] });
        var at = body.AsSpan().IndexOf("XXXX"u8);
        (body[at], body[at + 1], body[at + 2]) = (0xff, 0, 0xc3);

        var row = Single(Reader.ReadProtobuf(body, Context()));

        Assert.Equal("n\uFFFDame", row.Name);
        Assert.Equal("{\"k\uFFFD\":\"\uFFFD\uFFFD\uFFFDX\"}", Text(row.Attributes));
    }

    [Fact]
    public void Json_LoneSurrogatesNulAndEscapes_AreReplacedOrUndone()
    {
        var body = JsonSpan("""{"key":"a\u0062","value":{"stringValue":"\ud800 \udc00\u0000 \ud83d\ude00 \ud800\u0041 \/\n\u00e9"}}""");

        var row = Single(Reader.ReadJson(Encoding.UTF8.GetBytes(body), Context()));

        Assert.Equal("{\"ab\":\"\uFFFD \uFFFD\uFFFD \\uD83D\\uDE00 \uFFFDA /\\n\u00e9\"}", Text(row.Attributes));
    }

    [Fact]
    public void Json_Lenient_EnumNamesNumbersAndNulls()
    {
        const string Body = """
            {"resourceSpans":[null,{"resource":null,"scopeSpans":[{"scope":null,"spans":[{"traceId":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","spanId":"bbbbbbbbbbbbbbbb","parentSpanId":"",
            "name":"x","kind":"SPAN_KIND_SERVER","startTimeUnixNano":1,"endTimeUnixNano":"2","status":{"code":"STATUS_CODE_ERROR"},"events":null,"links":[null],
            "attributes":[{"key":"i","value":{"intValue":1e3}},{"key":"d","value":{"doubleValue":"2.5"}},{"key":"n","value":null},{"key":"u","value":{"futureValue":1}},{"value":{"boolValue":false}}]}]}]}]}
            """;

        var row = Single(Reader.ReadJson(Encoding.UTF8.GetBytes(Body), Context()));

        Assert.Equal((2, SpanStatus.Error, true), (row.OtelKind, row.Status, row.ParentSpanId is null));
        Assert.Equal("""{"i":1000,"d":2.5,"n":null,"u":null,"":false}""", Text(row.Attributes));
        Assert.Equal("default", row.Project);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{} x")]
    [InlineData("""{"resourceSpans":{}}""")]
    [InlineData("""{"resourceSpans":[{"scopeSpans":[{"spans":[{"name":5}]}]}]}""")]
    [InlineData("""{"resourceSpans":[{"scopeSpans":[{"spans":[{"startTimeUnixNano":"soon"}]}]}]}""")]
    [InlineData("""{"resourceSpans":[{"scopeSpans":[{"spans":[{"attributes":[{"key":"a","value":{"bytesValue":"?"}}]}]}]}]}""")]
    public void Json_Malformed_IsSaid(string body) => Assert.Throws<InvalidDataException>(() => Reader.ReadJson(Encoding.UTF8.GetBytes(body), Context()));

    [Theory]
    [InlineData("header", null, null, null, null, null, null, "default")]
    [InlineData("header", "hdr", "span", "oi", "arize", "model", "svc", "hdr")]
    [InlineData("blank header", "  ", "span", "oi", "arize", "model", "svc", "span")]
    [InlineData("openinference", null, null, "oi", "arize", "model", "svc", "oi")]
    [InlineData("arize", null, null, null, "arize", "model", "svc", "arize")]
    [InlineData("model", null, null, null, null, "model", "svc", "model")]
    [InlineData("service", null, null, null, null, null, "svc", "svc")]
    [InlineData("made up service", null, null, null, null, null, "unknown_service:dotnet", "default")]
    public void Project_FirstPlaceThatNamesOne_Wins(string _, string? header, string? span, string? openInference, string? arize, string? model, string? service, string expected)
    {
        var sample = new OtlpSpan
        {
            Attributes = Given(("arize.project.name", span)),
            Resource = Given(("service.name", service), ("model_id", model), ("arize.project.name", arize), ("openinference.project.name", openInference)),
        };

        Assert.Equal(expected, Single(Reader.ReadProtobuf(OtlpEncoder.ToProtobuf(sample), Context() with { ProjectHeader = header })).Project);

        static (string, object?)[] Given(params (string Key, string? Value)[] pairs) => [.. pairs.Where(pair => pair.Value is not null).Select(pair => (pair.Key, (object?)pair.Value))];
    }

    [Fact]
    public void Facts_OpenInferenceNames_WinOverGenAi()
    {
        var row = Single(Read(json: false, new OtlpSpan
        {
            Attributes = [("openinference.span.kind", "llm"), ("gen_ai.request.model", "req"), ("gen_ai.system", "sys"), ("llm.model_name", "m"), ("llm.provider", "p"),
                ("llm.token_count.prompt", 10L), ("llm.token_count.completion", 5.0), ("llm.cost.total", 0.30000000000000004), ("session.id", "s"), ("user.id", "u")],
        }));

        Assert.Equal("LLM", row.Kind);
        Assert.Equal(
            new SpanFacts { Model = "m", Provider = "p", PromptTokens = 10, CompletionTokens = 5, TotalTokens = 15, CostNanos = 300_000_000, SessionId = "s", UserId = "u" },
            row.Facts);
    }

    [Fact]
    public void Facts_OfAForeignSpan_AreNone()
    {
        var row = Single(Read(json: false, new OtlpSpan { Attributes = [("openinference.span.kind", "BANANA"), ("llm.cost.total", "1"), ("llm.model_name", ""), ("llm.token_count.prompt", -1L)] }));

        Assert.Equal(("UNKNOWN", SpanFacts.None), (row.Kind, row.Facts));
    }

    [Fact]
    public void Protobuf_UnknownFieldsAndWireTypes_AreSkipped()
    {
        var body = OtlpEncoder.Message(output =>
        {
            output.WriteTag(1, Google.Protobuf.WireFormat.WireType.Varint);
            output.WriteInt64(5);
            OtlpEncoder.Bytes(output, 99, [1, 2, 3]);
        });

        Assert.Single(Reader.ReadProtobuf([.. body, .. OtlpEncoder.ToProtobuf(new OtlpSpan())], Context()).Spans);
    }

    private static object? Nested(int depth) => depth == 0 ? 1L : new[] { Nested(depth - 1) };

    private static IngestResult Read(bool json, params OtlpSpan[] spans) =>
        json ? Reader.ReadJson(OtlpEncoder.ToJson(spans), Context()) : Reader.ReadProtobuf(OtlpEncoder.ToProtobuf(spans), Context());

    private static string JsonSpan(string attribute) =>
        """{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","spanId":"bbbbbbbbbbbbbbbb","name":"x","attributes":[""" + attribute + "]}]}]}]}";

    private static SpanRow Single(IngestResult result)
    {
        Assert.Equal("", result.Message);
        return Assert.Single(result.Spans);
    }

    [Fact]
    public void SpaceId_IsRecordedAmongTheResource()
    {
        const string Body = """{"resourceSpans":[{"resource":{"attributes":[{"key":"a","value":{"stringValue":"b"}}]},"scopeSpans":[{"spans":[{"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331","name":"s","startTimeUnixNano":"1","endTimeUnixNano":"2"}]}]}]}""";

        var result = new OtlpTraceReader(IngestLimits.Default).ReadJson(System.Text.Encoding.UTF8.GetBytes(Body), Context() with { SpaceId = "U3BhY2U" });

        Assert.Equal("""{"a":"b","arize.space_id":"U3BhY2U"}""", System.Text.Encoding.UTF8.GetString(result.Spans[0].Resource.Span));
    }

    private static IngestContext Context() => new() { WorkspaceId = Workspace, ReceivedUnixNanos = 42 };

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}
