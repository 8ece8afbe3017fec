using System.IO.Pipelines;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Stages;
using Weir.Providers.OpenAiCompatible;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Stages;

/// <summary>An answer of our own dialect passes as bytes: what a chunk allocates has nothing to do with what is in it.</summary>
[Collection(AloneGroup.Name)]
public sealed class RelayAllocationTests
{
    private const int Chunks = 300;

    // What is left is text of the answer, which the trace keeps: a few bytes a chunk, and its buffer, which doubles.
    private const long MostBytesOfAChunk = 64;

    public static TheoryData<string, string, string> Contents => new()
    {
        { "text", """{"content":" fox"}""", "" },
        { "role and text", """{"role":"assistant","content":" fox"}""", "" },
        { "reasoning", """{"reasoning_text":" hm"}""", "" },
        { "tool call", """{"tool_calls":[{"index":0,"function":{"arguments":"\"Ber"}}]}""", "" },
        { "a choice with more members", """{"content":"a"}""", ""","logprobs":null,"x":{"y":1}""" },
    };

    public static TheoryData<string, string> Foreign => new()
    {
        { "a long text", "\"" + new string('x', 100_000) + "\"" },
        { "many members", "{" + string.Join(',', Enumerable.Range(0, 1000).Select(index => $"\"m{index}\":{index}")) + "}" },
        { "members in each other", string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40) },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task Pass_Chunk_AllocatesNothingOfItsOwn(string name, string delta, string more)
    {
        var allocated = await MeasureAsync(Chunk(delta, more, ""));

        Assert.True(allocated <= MostBytesOfAChunk, $"A chunk of {name} allocates {allocated} bytes; at most {MostBytesOfAChunk} are expected.");
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task Pass_ChunkWithAForeignMember_AllocatesNoMoreThanOneWithout(string name, string member)
    {
        var small = await MeasureAsync(Chunk("""{"content":" fox"}""", "", ""));
        var large = await MeasureAsync(Chunk("""{"content":" fox"}""", "", ",\"x_foreign\":" + member));

        Assert.True(large <= small + MostBytesOfAChunk, $"A chunk with {name}, {member.Length} bytes, allocates {large} bytes instead of {small}.");
    }

    private static byte[] Chunk(string delta, string inChoice, string more) => Utf8(
        """data: {"id":"chatcmpl-ABCDEFGHIJKLMNOPQRSTUVWX","object":"chat.completion.chunk","created":1700000000,"model":"small-1","choices":[{"index":0,"delta":"""
        + delta + inChoice + ""","finish_reason":null}]""" + more + "}\n\n");

    // The first half of an answer grows the buffers that the second half uses; the one for the text doubles, so it may grow once more.
    private static async Task<long> MeasureAsync(byte[] chunk)
    {
        var least = long.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            least = Math.Min(least, await RelayAsync(chunk));
        }

        return least;
    }

    private static async Task<long> RelayAsync(byte[] chunk)
    {
        var time = new FakeTime();
        var client = new ClientWriter(PipeWriter.Create(Stream.Null), _ => { }, () => { }, time, CancellationToken.None);
        var relay = new RelayState(Inbound(time, client), Request() with { Stream = true }, Candidate());
        var stream = new RepeatedStream(chunk, 2 * Chunks);
        long before = 0, seen = 0;
        await foreach (var item in new OpenAiCompatibleProvider().ReadAsync(stream, streamed: true, CancellationToken.None))
        {
            before = seen++ == Chunks ? GC.GetAllocatedBytesForCurrentThread() : before;
            await relay.PassAsync(item);
            await relay.FlushAsync();
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(2 * Chunks, seen);
        return allocated / Chunks;
    }
}
