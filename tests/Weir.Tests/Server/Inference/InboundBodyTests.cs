using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Chat;
using Weir.Server.Endpoints.Inference;
using Weir.Tracing.Ingest;
using Xunit;

namespace Weir.Tests.Server.Inference;

public sealed class InboundBodyTests
{
    [Theory]
    [InlineData(0, true, 7)]
    [InlineData(10, true, 3)]
    [InlineData(10, false, 3)]
    [InlineData(100_000, true, 4096)]
    [InlineData(100_000, false, 4096)]
    [InlineData(3_000_000, true, 65_536)]
    [InlineData(3_000_000, false, 65_536)]
    public async Task Read_InPieces_GivesTheWholeBody(int length, bool isAnnounced, int piece)
    {
        var sent = new byte[length];
        new Random(1).NextBytes(sent);
        sent.AsSpan(0, Math.Min(1, length)).Fill((byte)'{');

        var read = await ReadAsync(sent, isAnnounced ? length : null, piece);

        Assert.True(read.Span.SequenceEqual(sent));
    }

    [Fact]
    public async Task Read_MoreThanAnnouncedRoom_IsRefusedPastTheBound()
    {
        var refusal = await Assert.ThrowsAsync<GatewayException>(() => ReadAsync([], 65L * 1024 * 1024, 1));

        Assert.Contains("64 MiB", refusal.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100_000, 100_000)]
    [InlineData(3_000_000, 256 * 1024)]
    [InlineData(null, 4096)]
    public async Task Read_BeforeTheFirstByte_HasRoomForWhatIsAnnounced_UpToABound(int? announced, long taken)
    {
        var budget = new ByteBudget(64 << 20);
        var pipe = new Pipe();
        using var room = new BodyRoom(budget, TimeProvider.System);

        var reading = InboundBody.ReadAsync(Request(pipe, announced), new ChatProtocol(), room);

        Assert.Equal(taken, budget.TakenBytes);
        await pipe.Writer.CompleteAsync();
        _ = await reading;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_Whole_HasRoomForAllThatCame(bool isAnnounced)
    {
        const int Length = 3_000_000;
        var budget = new ByteBudget(64 << 20);
        using var room = new BodyRoom(budget, TimeProvider.System);

        _ = await ReadAsync(new byte[Length], isAnnounced ? Length : null, 65_536, room);

        // An array that doubles is at most twice as long as what is in it.
        Assert.InRange(budget.TakenBytes, Length, isAnnounced ? Length : 2 * Length);
    }

    [Fact]
    public async Task Read_WithoutRoom_TakesNothingFromTheSender()
    {
        var budget = new ByteBudget(10_000);
        await budget.TakeAsync(10_000, TestContext.Current.CancellationToken);
        var pipe = new Pipe();
        using var room = new BodyRoom(budget, TimeProvider.System);
        _ = await pipe.Writer.WriteAsync(new byte[5000], TestContext.Current.CancellationToken);
        await pipe.Writer.CompleteAsync();

        var reading = InboundBody.ReadAsync(Request(pipe, 5000), new ChatProtocol(), room);

        Assert.False(reading.IsCompleted);
        Assert.True(pipe.Reader.TryRead(out var waiting));
        Assert.Equal(5000, waiting.Buffer.Length);
        pipe.Reader.AdvanceTo(waiting.Buffer.Start);
        budget.Return(10_000);
        Assert.Equal(5000, (await reading).Length);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(byte[] sent, long? announced, int piece)
    {
        using var room = new BodyRoom(new ByteBudget(64 << 20), TimeProvider.System);
        return await ReadAsync(sent, announced, piece, room);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(byte[] sent, long? announced, int piece, BodyRoom room)
    {
        // Bounded: what is not taken out of it would stop the writer.
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 128 * 1024, resumeWriterThreshold: 64 * 1024));
        var reading = InboundBody.ReadAsync(Request(pipe, announced), new ChatProtocol(), room);
        for (var at = 0; at < sent.Length; at += piece)
        {
            _ = await pipe.Writer.WriteAsync(sent.AsMemory(at, Math.Min(piece, sent.Length - at)));
        }

        await pipe.Writer.CompleteAsync();
        return await reading;
    }

    private static DefaultHttpContext Request(Pipe pipe, long? announced)
    {
        var context = new DefaultHttpContext();
        context.Request.ContentLength = announced;
        context.Features.Set<IRequestBodyPipeFeature>(new BodyPipe(pipe.Reader));
        return context;
    }

    private sealed record BodyPipe(PipeReader Reader) : IRequestBodyPipeFeature;
}
