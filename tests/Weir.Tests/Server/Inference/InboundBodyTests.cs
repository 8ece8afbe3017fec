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

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(byte[] sent, long? announced, int piece)
    {
        // Bounded: what is not taken out of it would stop the writer.
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 128 * 1024, resumeWriterThreshold: 64 * 1024));
        var context = new DefaultHttpContext();
        context.Request.ContentLength = announced;
        context.Features.Set<IRequestBodyPipeFeature>(new BodyPipe(pipe.Reader));
        using var room = new BodyRoom(new ByteBudget(64 << 20), TimeProvider.System);
        var reading = InboundBody.ReadAsync(context, new ChatProtocol(), room);
        for (var at = 0; at < sent.Length; at += piece)
        {
            _ = await pipe.Writer.WriteAsync(sent.AsMemory(at, Math.Min(piece, sent.Length - at)));
        }

        await pipe.Writer.CompleteAsync();
        return await reading;
    }

    private sealed record BodyPipe(PipeReader Reader) : IRequestBodyPipeFeature;
}
