using System.Diagnostics;

namespace Weir.Load.Worker;

/// <summary>Sends the events of all paced streams, each 20 ms after the one before.</summary>
/// <remarks>Bounded by the streams that are open: each has one turn in the queue.</remarks>
internal sealed class PacedStreams : IDisposable
{
    /// <summary>Between two events of a stream.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    private static readonly long PaceTicks = (long)(Pace.TotalSeconds * Stopwatch.Frequency);

    // By when they are due.
    private readonly PriorityQueue<Turn, long> _turns = new();
    private readonly Thread _thread;
    private bool _isOver;

    public PacedStreams()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "paced streams" };
        _thread.Start();
    }

    /// <summary>Begins a stream: its first event leaves at once.</summary>
    public void Add(UpstreamConnection connection) => Enqueue(new Turn(connection, 0), Stopwatch.GetTimestamp());

    public void Dispose()
    {
        lock (_turns)
        {
            _isOver = true;
            Monitor.Pulse(_turns);
        }

        _thread.Join();
    }

    private void Enqueue(Turn turn, long due)
    {
        lock (_turns)
        {
            _turns.Enqueue(turn, due);
            Monitor.Pulse(_turns);
        }
    }

    private void Run()
    {
        while (WaitForNext(out var turn, out var due))
        {
            if (!turn.Connection.IsClosed)
            {
                Send(turn, due);
            }
        }
    }

    private bool WaitForNext(out Turn turn, out long due)
    {
        lock (_turns)
        {
            while (!_isOver)
            {
                if (!_turns.TryPeek(out turn, out due))
                {
                    Monitor.Wait(_turns);
                    continue;
                }

                var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
                if (wait <= TimeSpan.Zero)
                {
                    _turns.Dequeue();
                    return true;
                }

                // Rounded up to whole milliseconds, for a wait of 0 would be a loop. Late does not matter: an event carries the time it really left at.
                Monitor.Wait(_turns, (int)Math.Ceiling(wait.TotalMilliseconds));
            }

            (turn, due) = (default, 0);
            return false;
        }
    }

    private void Send(Turn turn, long due)
    {
        if (turn.Events == Answers.StreamEvents)
        {
            turn.Connection.SendPiece(Answers.StreamEnd);
            return;
        }

        var piece = Answers.Stamped(Stopwatch.GetTimestamp());
        turn.Connection.SendPiece(turn.Events == 0 ? (byte[])[.. Answers.StreamHead.Span, .. piece] : piece);
        Enqueue(turn with { Events = turn.Events + 1 }, due + PaceTicks);
    }

    private readonly record struct Turn(UpstreamConnection Connection, int Events);
}
