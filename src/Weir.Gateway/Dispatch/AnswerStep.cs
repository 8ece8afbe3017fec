namespace Weir.Gateway.Dispatch;

/// <summary>What came next in an answer that has begun: an event, its end, or why it broke.</summary>
public readonly record struct AnswerStep
{
    private AnswerStep(StreamEvent? streamEvent, AttemptFailure? broken, bool abandoned)
    {
        Event = streamEvent;
        Broken = broken;
        IsAbandoned = abandoned;
    }

    /// <summary>The event; null at the end.</summary>
    public StreamEvent? Event { get; }

    /// <summary>Why the answer stopped before its end; null when it did not.</summary>
    public AttemptFailure? Broken { get; }

    /// <summary>True when the caller left and the upstream call was cancelled for it.</summary>
    public bool IsAbandoned { get; }

    /// <summary>The upstream sent all it had.</summary>
    public static AnswerStep End { get; }

    public static AnswerStep Abandoned { get; } = new(null, null, abandoned: true);

    public static AnswerStep Next(StreamEvent streamEvent) => new(streamEvent, null, abandoned: false);

    public static AnswerStep BrokenBy(AttemptFailure failure) => new(null, failure, abandoned: false);
}
