using System.Text;
using System.Text.Json;
using Weir.Tracing.Ingest;
using Weir.Tracing.Model;
using Xunit;

namespace Weir.Tests.Tracing;

/// <summary>What no sender should send: the reader says so and ends, and both forms of the same spans give the same rows.</summary>
public sealed class OtlpFuzzTests
{
    private static readonly OtlpTraceReader Reader = new(IngestLimits.Default);
    private static readonly IngestContext Context = new() { WorkspaceId = Guid.Empty, ReceivedUnixNanos = 1 };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Truncated_AtEveryByte_IsRefusedOrRead(bool json)
    {
        var body = Encode(json, RandomSpan(new Random(1)), RandomSpan(new Random(2)));

        for (var length = 0; length < body.Length; length++)
        {
            ReadOrRefuse(json, body.AsSpan(0, length));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Damaged_AnywhereAnyhow_IsRefusedOrRead(bool json)
    {
        var random = new Random(3);
        var body = Encode(json, RandomSpan(random), RandomSpan(random));

        for (var round = 0; round < 5_000; round++)
        {
            var damaged = body.ToArray();
            for (var hits = random.Next(1, 4); hits > 0; hits--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            ReadOrRefuse(json, damaged);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void RandomBytes_AreRefusedOrRead(bool json)
    {
        var random = new Random(4);
        for (var round = 0; round < 5_000; round++)
        {
            var noise = new byte[random.Next(64)];
            random.NextBytes(noise);
            ReadOrRefuse(json, noise);
        }
    }

    [Fact]
    public void NestedForEver_InProtobuf_IsRefused()
    {
        byte[] value = [];
        for (var depth = 0; depth < 2_000; depth++)
        {
            var inner = value;
            value = OtlpEncoder.Message(any => OtlpEncoder.Bytes(any, 5, OtlpEncoder.Message(list => OtlpEncoder.Bytes(list, 1, inner))));
        }

        var body = Wrap(OtlpEncoder.Message(pair => OtlpEncoder.Bytes(pair, 2, value)));

        Assert.Equal(1, Reader.ReadProtobuf(body, Context).Rejected);

        static byte[] Wrap(byte[] pair) => OtlpEncoder.Message(request => OtlpEncoder.Bytes(request, 1, OtlpEncoder.Message(resource =>
            OtlpEncoder.Bytes(resource, 2, OtlpEncoder.Message(scope => OtlpEncoder.Bytes(scope, 2, OtlpEncoder.Message(span => OtlpEncoder.Bytes(span, 9, pair))))))));
    }

    [Fact]
    public void BothForms_OfRandomSpans_GiveTheSameRows()
    {
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            OtlpSpan[] spans = [RandomSpan(random), RandomSpan(random)];

            var fromProtobuf = Reader.ReadProtobuf(OtlpEncoder.ToProtobuf(spans), Context);
            var fromJson = Reader.ReadJson(OtlpEncoder.ToJson(spans), Context);

            Assert.Equal(fromProtobuf.Spans.Select(Describe), fromJson.Spans.Select(Describe));
            Assert.Equal(2, fromJson.Spans.Count);
        }
    }

    private static byte[] Encode(bool json, params OtlpSpan[] spans) => json ? OtlpEncoder.ToJson(spans) : OtlpEncoder.ToProtobuf(spans);

    private static void ReadOrRefuse(bool json, ReadOnlySpan<byte> body)
    {
        try
        {
            var result = json ? Reader.ReadJson(body, Context) : Reader.ReadProtobuf(body, Context);
            foreach (var row in result.Spans)
            {
                _ = Describe(row);
            }
        }
        catch (InvalidDataException)
        {
            // A refusal is an answer; any other exception fails the test.
        }
    }

    // Parses every JSON member, so that one that is not valid is found here.
    private static string Describe(SpanRow row)
    {
        var members = new[] { row.Attributes, row.Events, row.Links, row.Resource }.Where(json => !json.IsEmpty);
        foreach (var json in members)
        {
            using var document = JsonDocument.Parse(json);
        }

        return string.Join('|', members.Select(json => Encoding.UTF8.GetString(json.Span)))
            + (row with { Attributes = default, Events = default, Links = default, Resource = default });
    }

    private static OtlpSpan RandomSpan(Random random) => new()
    {
        SpanId = [(byte)random.Next(1, 256), .. RandomBytes(random, 7)],
        ParentId = random.Next(2) == 0 ? [] : RandomBytes(random, 8),
        Name = "n" + RandomText(random),
        Kind = random.Next(6),
        Status = random.Next(3),
        StatusMessage = RandomText(random),
        Flags = (uint)random.Next(),
        Attributes = RandomPairs(random, 4),
        Events = [.. Enumerable.Range(0, random.Next(3)).Select(_ => (RandomText(random), (ulong)random.NextInt64(), RandomPairs(random, 2)))],
        Links = [.. Enumerable.Range(0, random.Next(3)).Select(_ => (RandomBytes(random, 16), RandomBytes(random, 8), RandomPairs(random, 2)))],
        Resource = RandomPairs(random, 2),
        ScopeName = RandomText(random),
    };

    private static (string, object?)[] RandomPairs(Random random, int depth) => [.. Enumerable.Range(0, random.Next(5)).Select(_ => (RandomText(random), RandomValue(random, depth)))];

    private static object? RandomValue(Random random, int depth) => random.Next(depth > 0 ? 9 : 6) switch
    {
        0 => RandomText(random),
        1 => random.Next(2) == 0,
        2 => random.NextInt64(long.MinValue, long.MaxValue),
        3 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
        4 => RandomBytes(random, random.Next(9)),
        5 => null,
        6 or 7 => Enumerable.Range(0, random.Next(4)).Select(_ => RandomValue(random, depth - 1)).ToArray(),
        _ => RandomPairs(random, depth - 1),
    };

    private static string RandomText(Random random) => string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => random.Next(6) switch
    {
        0 => "😀",
        1 => "é",
        2 => "\"\\\n",
        3 => "\0",
        _ => ((char)random.Next('a', 'z')).ToString(),
    }));

    private static byte[] RandomBytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
