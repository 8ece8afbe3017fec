using System.Collections.Immutable;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Metering;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Continuation;

/// <summary>An answer that another endpoint finishes when the one that began it breaks off.</summary>
/// <remarks>
/// Whoever reads it sees one stream. Text passes a word late, so that what breaks off within a word can be joined; everything else passes as it is.
/// Each candidate of the plan is asked once for each way it can be asked, those that failed not at all.
/// </remarks>
internal sealed class ContinuedAnswer : ILiveAnswer
{
    private readonly Admitted _admitted;
    private readonly AttemptSequence _sequence;
    private readonly TimeProvider _time;
    private readonly ModelRequest _request;
    private readonly AnswerTextState _text = new();
    private readonly Queue<StreamEvent> _ready = new();
    private readonly List<PartState> _parts = [];
    private readonly ContinuationTurns _turns;
    private AttemptFailure? _cause;
    private bool _hasMore;
    private bool _isOver;
    private bool _isAbandoned;
    private long _partStarted;

    /// <param name="first">An answer that has just begun, the last attempt of the sequence.</param>
    /// <param name="admitted">The request.</param>
    /// <param name="sequence">Asks further candidates.</param>
    /// <param name="time">Measures how long a part lasted.</param>
    public ContinuedAnswer(ILiveAnswer first, Admitted admitted, AttemptSequence sequence, TimeProvider time)
    {
        _admitted = admitted;
        _sequence = sequence;
        _time = time;
        _request = sequence.Request;
        _turns = new ContinuationTurns(admitted.Routed.Plan, first.Candidate);
        Begin(new PartState(first, _request, way: null, sequence.Attempts.Length - 1));
    }

    /// <summary>The endpoint that answers now; at the end, the one that ended the answer.</summary>
    public Candidate Candidate => Current.Answer.Candidate;

    /// <inheritdoc/>
    public AnswerHistory? History => _parts.Count == 1 && Current.Broken is null
        ? null
        : new AnswerHistory(AttemptsWithBreaks(), [.. _parts.Select(part => part.Close())]);

    private PartState Current => _parts[^1];

    /// <inheritdoc/>
    public async ValueTask<AnswerStep> NextAsync()
    {
        while (true)
        {
            if (_ready.TryDequeue(out var ready))
            {
                return AnswerStep.Next(ready);
            }

            if (_isOver)
            {
                return AnswerStep.End;
            }

            var step = await Current.Answer.NextAsync();
            if (FailureOf(step) is { } failure)
            {
                // What an endpoint said that could not be joined on is not what the client's stream broke of.
                _cause = _cause is not null && Current.Seam is { IsClosed: false } ? _cause : failure;
                if (!await GoOnAsync(failure))
                {
                    return _isAbandoned ? AnswerStep.Abandoned : AnswerStep.BrokenBy(_cause);
                }
            }
            else if (step.Event is null or { Kind: StreamEventKind.End })
            {
                return step;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Current.DisposeAsync();

    // Takes a step in; what it gives waits in line.
    private AttemptFailure? FailureOf(AnswerStep step)
    {
        if (step.IsAbandoned || Current.IsFinished)
        {
            Pass(step);
            return null;
        }

        if (step.Event is { Kind: StreamEventKind.Chunk } chunk)
        {
            try
            {
                return Take(chunk, DeltaChunk.Read(chunk.Json.Span, Current.UpstreamId));
            }
            catch (JsonException wrong)
            {
                return AttemptFailures.FromMalformed(Candidate, wrong);
            }
        }

        return step.Broken ?? AttemptFailures.Cut(Candidate);
    }

    // Behind the finish reason nothing can be lost any more.
    private void Pass(AnswerStep step)
    {
        if (step.Event is not { Kind: StreamEventKind.Chunk } chunk)
        {
            return;
        }

        _ready.Enqueue(chunk);
        try
        {
            Current.Take(DeltaChunk.Read(chunk.Json.Span, Current.UpstreamId));
        }
        catch (JsonException)
        {
            // Whoever reads the chunk finds the same, and knows what it means.
        }
    }

    private AttemptFailure? Take(StreamEvent next, DeltaChunk chunk)
    {
        if (chunk.Facts.Error is { } error)
        {
            return AttemptFailures.FromErrorEvent(Candidate, error);
        }

        Current.Take(chunk);
        _hasMore |= chunk.HasMore;
        var isText = chunk is { HasMore: false, Facts.FinishReason: null };
        var text = Join(chunk.Text, isLast: !isText);
        if (Current.Seam is { IsOtherVersion: true })
        {
            return AttemptFailures.OtherVersion(Candidate);
        }

        // Thoughts come before words: none of those is under way then.
        var shown = _text.Add(text) + (isText ? "" : _text.Release());
        if (Current.Seam is not null && chunk.Facts.FinishReason is not null && ContinuationRule.IsJson(_request) && !_text.IsWholeJson)
        {
            return AttemptFailures.NotJson(Candidate);
        }

        Line(next, chunk, shown);
        return null;
    }

    private string Join(string piece, bool isLast)
    {
        if (Current.Seam is not { IsClosed: false } seam)
        {
            return piece;
        }

        var text = seam.Take(piece) + (isLast ? seam.End() : "");
        if (seam is { IsClosed: true, KeepsHeld: false })
        {
            _text.Drop();
        }

        return text;
    }

    private void Line(StreamEvent next, DeltaChunk chunk, string shown)
    {
        var continues = Current.Way is not null;
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

    private async Task<bool> GoOnAsync(AttemptFailure failure)
    {
        var client = _admitted.Routed.Inbound.Client;
        Current.Broken = (failure, _time.GetElapsedTime(_partStarted));
        _turns.Leave(failure, isOtherVersion: Current.Seam is { IsOtherVersion: true });

        // A provider that refuses what is asked has not failed; it would be asked around.
        if (client.IsGone || _hasMore || _text.IsTooLong || failure.Fallback != FallbackScope.NextEndpoint)
        {
            return false;
        }

        if (LeftOfLimit() is <= 0)
        {
            EndAtLimit();
            return true;
        }

        await Current.DisposeAsync();
        while (_turns.Next(_request, _text) is var (candidate, way))
        {
            if (await TryAsync(candidate, way))
            {
                return true;
            }

            _isAbandoned = client.IsGone;
            if (_isAbandoned)
            {
                return false;
            }
        }

        return false;
    }

    private async Task<bool> TryAsync(Candidate candidate, ContinuationWay way)
    {
        var request = way == ContinuationWay.Anew ? _request : ContinuationRequest.Of(_request, way, Seam.BaseOf(way, _text), LeftOfLimit());
        var before = _sequence.Attempts.Length;
        if (await _sequence.AskAsync(candidate, request) is { } answer)
        {
            Begin(new PartState(answer, request, way, _sequence.Attempts.Length - 1) { Seam = SeamOf(way) });
            return true;
        }

        _turns.Leave(_sequence.Attempts.Length > before ? _sequence.Attempts[^1].Failure : null, isOtherVersion: false);
        return false;
    }

    private void Begin(PartState part)
    {
        _parts.Add(part);
        _partStarted = _time.GetTimestamp();
    }

    private Seam? SeamOf(ContinuationWay way)
    {
        if (way != ContinuationWay.Anew)
        {
            return new Seam(way, _text);
        }

        _text.Drop();
        return null;
    }

    // An answer that broke off where the caller's limit ends it anyway is complete as far as it may be.
    private void EndAtLimit()
    {
        if (_text.Release() is { Length: > 0 } rest)
        {
            _ready.Enqueue(new StreamEvent(StreamEventKind.Chunk, DeltaWriter.OfText(rest)));
        }

        _ready.Enqueue(new StreamEvent(StreamEventKind.Chunk, DeltaWriter.OfEnd(FinishReasons.Length)));
        _isOver = true;
    }

    private long? LeftOfLimit() =>
        ContinuationRequest.LimitOf(_request) is { } limit ? limit - TokenCounter.Count(_text.Received, Candidate.Model.Tokenizer) : null;

    private ImmutableArray<Attempt> AttemptsWithBreaks()
    {
        var attempts = _sequence.Attempts.ToBuilder();
        foreach (var part in _parts)
        {
            if (part.Broken is var (failure, lasted))
            {
                attempts[part.Attempt] = attempts[part.Attempt] with { Failure = failure, Lasted = lasted, UpstreamId = part.UpstreamId };
            }
        }

        return attempts.ToImmutable();
    }
}
