using System.IO.Pipelines;
using System.Text;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Pipeline;

/// <summary>The way back to the client, over a pipe and with a clock of our own.</summary>
public sealed class ClientWriterTests : IDisposable
{
    private const string Comment = ": OPENROUTER PROCESSING\n\n";
    private static readonly ResponseHead Json = new() { Status = 200, ContentType = "application/json", ContentLength = 2 };

    private readonly FakeTime _time = new();
    private readonly Pipe _pipe = new(new PipeOptions(readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, useSynchronizationContext: false));
    private readonly List<ResponseHead> _heads = [];
    private readonly CancellationTokenSource _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task KeepAlive_SilentStream_CommentsAfterTwoSecondsThenEveryTen()
    {
        await using var writer = Writer();
        writer.KeepAlive();

        _time.AdvanceSeconds(1.999);
        Assert.Equal("", Received());
        Assert.False(writer.HasStarted);
        _time.AdvanceSeconds(0.001);
        Assert.Equal(Comment, Received());
        Assert.True(writer.HasStarted);
        _time.AdvanceSeconds(9.999);
        Assert.Equal("", Received());
        _time.AdvanceSeconds(0.001);
        Assert.Equal(Comment, Received());
        _time.AdvanceSeconds(30);
        Assert.Equal(Comment + Comment + Comment, Received());
        Assert.Equal([ResponseHead.EventStream], _heads);
    }

    [Fact]
    public async Task KeepAlive_StreamThatSpeaks_CommentsTenSecondsAfterTheLastEvent()
    {
        await using var writer = Writer();
        writer.KeepAlive();

        _time.AdvanceSeconds(1.5);
        await writer.SendEventsAsync(Events("{}"));
        _time.AdvanceSeconds(9.9);
        await writer.SendEventsAsync(Events("{}"));
        _time.AdvanceSeconds(9.9);
        Assert.Equal("data: {}\n\ndata: {}\n\n", Received());

        _time.AdvanceSeconds(0.2);

        Assert.Equal(Comment, Received());
    }

    [Fact]
    public async Task KeepAlive_NeverCalled_NoComment()
    {
        await using var writer = Writer();

        _time.AdvanceSeconds(60);

        Assert.Equal("", Received());
        Assert.Empty(_heads);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task KeepAlive_AfterTheEnd_IsSilent(bool streaming)
    {
        await using var writer = Writer();
        writer.KeepAlive();
        await (streaming ? writer.SendEndAsync(EndMark()) : writer.SendBodyAsync(Json, Utf8("{}")));

        _time.AdvanceSeconds(60);

        Assert.Equal(streaming ? "data: [DONE]\n\n" : "{}", Received());
    }

    [Fact]
    public async Task KeepAlive_Stopped_LeavesTheStatusOpen()
    {
        await using var writer = Writer();
        writer.KeepAlive();

        await writer.StopKeepAliveAsync();
        _time.AdvanceSeconds(60);

        Assert.False(writer.HasStarted);
        Assert.Equal("", Received());
        await writer.SendEventsAsync(Events("{}"));
        _time.AdvanceSeconds(60);
        Assert.Equal("data: {}\n\n", Received());
    }

    [Fact]
    public async Task Send_Events_GoOutFramedAndInOrder()
    {
        await using var writer = Writer();

        await writer.SendEventsAsync(Events("""{"a":"ü"}"""));
        await writer.SendEventsAsync(Events("{}"));
        await writer.SendEndAsync(EndMark());

        Assert.Equal("data: {\"a\":\"ü\"}\n\ndata: {}\n\ndata: [DONE]\n\n", Received());
        Assert.Equal([ResponseHead.EventStream], _heads);
    }

    [Theory]
    [InlineData("{\n \"a\":\r\n1\r}", "{  \"a\":  1 }")]
    [InlineData("{\"a\":\"\\n\"}", "{\"a\":\"\\n\"}")]
    public async Task Send_EventOfSeveralLines_GoesOutAsOne(string json, string expected)
    {
        await using var writer = Writer();

        await writer.SendEventsAsync(Events(json));

        Assert.Equal($"data: {expected}\n\n", Received());
    }

    [Fact]
    public async Task Send_Body_GoesOutAsItIsWithItsHead()
    {
        await using var writer = Writer();

        await writer.SendBodyAsync(Json, Utf8("{\n}"));

        Assert.Equal("{\n}", Received());
        Assert.Equal([Json], _heads);
        Assert.True(writer.HasStarted);
    }

    [Fact]
    public async Task Comment_WhileAnEventIsBeingWritten_IsLeftOut()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 10, resumeWriterThreshold: 5, readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, useSynchronizationContext: false));
        await using var writer = new ClientWriter(pipe.Writer, _heads.Add, () => { }, _time, _client.Token);
        writer.KeepAlive();
        var blocked = writer.SendEventsAsync(Events("{\"long\":\"enough\"}")).AsTask();
        Assert.False(blocked.IsCompleted);

        _time.AdvanceSeconds(60);
        var read = await pipe.Reader.ReadAsync();
        var first = Encoding.UTF8.GetString(read.Buffer);
        pipe.Reader.AdvanceTo(read.Buffer.End);
        await blocked;

        Assert.Equal("data: {\"long\":\"enough\"}\n\n", first);
        Assert.False(pipe.Reader.TryRead(out _));
    }

    [Fact]
    public async Task Send_FromManyThreadsWithComments_NeverInterleaves()
    {
        var writer = Writer();
        writer.KeepAlive();
        var reading = ReadToEndAsync();

        await Parallel.ForAsync(0, 500, async (i, _) =>
        {
            await writer.SendEventsAsync(Events($"{{\"n\":{i}}}"));
            if (i % 50 == 0)
            {
                lock (_time)
                {
                    _time.AdvanceSeconds(11);
                }
            }
        });
        await writer.DisposeAsync();
        await _pipe.Writer.CompleteAsync();

        var parts = (await reading).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(500, parts.Count(part => part.StartsWith("data: {\"n\":", StringComparison.Ordinal) && part.EndsWith('}')));
        Assert.All(parts.Where(part => !part.StartsWith("data", StringComparison.Ordinal)), part => Assert.Equal(Comment.TrimEnd(), part));
    }

    [Fact]
    public async Task Send_AfterDispose_WritesNothing()
    {
        var writer = Writer();
        writer.KeepAlive();

        await writer.DisposeAsync();
        await writer.SendEventsAsync(Events("{}"));
        await writer.SendEndAsync(EndMark());
        _time.AdvanceSeconds(60);
        await writer.DisposeAsync();

        Assert.Equal("", Received());
        Assert.True(writer.IsGone);
        Assert.Empty(_heads);
    }

    [Fact]
    public async Task Send_ClientThatAborted_WritesNothingAndDoesNotThrow()
    {
        await using var writer = Writer();
        writer.KeepAlive();
        await _client.CancelAsync();

        await writer.SendEventsAsync(Events("{}"));
        await writer.SendBodyAsync(Json, Utf8("{}"));
        _time.AdvanceSeconds(60);

        Assert.True(writer.IsGone);
        Assert.False(writer.HasStarted);
        Assert.Equal("", Received());
    }

    [Fact]
    public async Task Send_ClientThatStoppedReading_IsGoneAndDoesNotThrow()
    {
        await using var writer = Writer();
        await _pipe.Reader.CompleteAsync();

        await writer.SendEventsAsync(Events("{}"));
        await writer.SendEventsAsync(Events("{}"));

        Assert.True(writer.IsGone);
    }

    [Fact]
    public async Task Send_ClientThatAbortsWhileItIsWrittenTo_IsGoneAndDoesNotThrow()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 10, resumeWriterThreshold: 5));
        await using var writer = new ClientWriter(pipe.Writer, _heads.Add, () => { }, _time, _client.Token);
        var blocked = writer.SendEventsAsync(Events("{\"long\":\"enough\"}")).AsTask();

        await _client.CancelAsync();
        await blocked.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.True(writer.IsGone);
    }

    [Fact]
    public async Task Send_HeadThatCannotBeSent_ThrowsAndStillCloses()
    {
        var writer = new ClientWriter(_pipe.Writer, _ => throw new InvalidOperationException("too late"), () => { }, _time, _client.Token);

        _ = await Assert.ThrowsAsync<InvalidOperationException>(async () => await writer.SendEventsAsync(Events("{}")));

        Assert.True(writer.IsGone);
        await writer.SendEventsAsync(Events("{}"));
        await writer.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static EventBuffer Events(string json)
    {
        var events = new EventBuffer();
        events.Add(Utf8(json));
        return events;
    }

    private static EventBuffer EndMark() => Events("[DONE]");

    private ClientWriter Writer() => new(_pipe.Writer, _heads.Add, () => { }, _time, _client.Token);

    private string Received()
    {
        if (!_pipe.Reader.TryRead(out var read))
        {
            return "";
        }

        var text = Encoding.UTF8.GetString(read.Buffer);
        _pipe.Reader.AdvanceTo(read.Buffer.End);
        return text;
    }

    private async Task<string> ReadToEndAsync()
    {
        using var reader = new StreamReader(_pipe.Reader.AsStream());
        return await reader.ReadToEndAsync();
    }
}
