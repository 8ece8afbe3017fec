using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;

namespace Weir.Gateway.Continuation;

/// <summary>What a client gets of an answer that several endpoints give one after the other: their events, joined to one stream.</summary>
internal sealed class SpliceState(ModelRequest request)
{
    // Bounded by what one event of an endpoint becomes: it is emptied before the next is read.
    private readonly Queue<StreamEvent> _ready = new();

    public AnswerTextState Text { get; } = new();

    /// <summary>Whether the answer holds anything that another endpoint could not go on with.</summary>
    public bool HasMore { get; private set; }

    /// <summary>The next event for the client.</summary>
    public bool TryTake(out StreamEvent ready) => _ready.TryDequeue(out ready);

    /// <summary>Takes an event of an answer that is under way; what it becomes waits in line.</summary>
    /// <returns>Why the answer cannot go on with it; null when it can.</returns>
    public AttemptFailure? Take(PartState part, StreamEvent chunk)
    {
        try
        {
            return Take(part, chunk, DeltaChunk.Read(chunk.Json.Span, part.UpstreamId));
        }
        catch (JsonException wrong)
        {
            return AttemptFailures.FromMalformed(part.Answer.Candidate, wrong);
        }
    }

    /// <summary>Passes on what comes behind the finish reason, where nothing can be lost any more.</summary>
    public void Pass(PartState part, AnswerStep step)
    {
        if (step.Event is not { Kind: StreamEventKind.Chunk } chunk)
        {
            return;
        }

        _ready.Enqueue(chunk);
        try
        {
            part.Take(DeltaChunk.Read(chunk.Json.Span, part.UpstreamId));
        }
        catch (JsonException)
        {
            // Whoever reads the chunk finds the same, and knows what it means.
        }
    }

    /// <summary>Ends the answer here.</summary>
    public void End(string finishReason)
    {
        if (Text.Release() is { Length: > 0 } rest)
        {
            _ready.Enqueue(new StreamEvent(StreamEventKind.Chunk, DeltaWriter.OfText(rest)));
        }

        _ready.Enqueue(new StreamEvent(StreamEventKind.Chunk, DeltaWriter.OfEnd(finishReason)));
    }

    private AttemptFailure? Take(PartState part, StreamEvent next, DeltaChunk chunk)
    {
        var candidate = part.Answer.Candidate;
        if (chunk.Facts.Error is { } error)
        {
            return AttemptFailures.FromErrorEvent(candidate, error);
        }

        part.Take(chunk);
        HasMore |= chunk.HasMore;
        var isText = chunk is { HasMore: false, Facts.FinishReason: null };
        var text = Join(part.Seam, chunk.Text, isLast: !isText);
        if (part.Seam is { IsOtherVersion: true })
        {
            return AttemptFailures.OtherVersion(candidate);
        }

        // Thoughts come before words: none of those is under way then.
        var shown = Text.Add(text) + (isText ? "" : Text.Release());
        if (part.Seam is not null && chunk.Facts.FinishReason is not null && ContinuationRule.IsJson(request) && !Text.IsWholeJson)
        {
            return AttemptFailures.NotJson(candidate);
        }

        Line(part, next, chunk, shown);
        return null;
    }

    private string Join(Seam? joint, string piece, bool isLast)
    {
        if (joint is not { IsClosed: false } seam)
        {
            return piece;
        }

        var text = seam.Take(piece) + (isLast ? seam.End() : "");
        if (seam is { IsClosed: true, KeepsHeld: false })
        {
            Text.Drop();
        }

        return text;
    }

    private void Line(PartState part, StreamEvent next, DeltaChunk chunk, string shown)
    {
        var continues = part.Way is not null;
        if (!continues && shown == chunk.Text)
        {
            _ready.Enqueue(next);
            return;
        }

        if (shown.Length > 0)
        {
            _ready.Enqueue(new StreamEvent(StreamEventKind.Chunk, DeltaWriter.OfText(shown)));
        }

        var isWorthPassing = chunk.HasMore || chunk.Facts is not { FinishReason: null, Usage: null } || (!continues && !chunk.IsTextOnly);
        if (isWorthPassing)
        {
            _ready.Enqueue(next with { Json = DeltaWriter.WithoutText(next.Json, continues) });
        }
    }
}
