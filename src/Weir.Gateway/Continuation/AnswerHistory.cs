using System.Collections.Immutable;
using Weir.Gateway.Dispatch;

namespace Weir.Gateway.Continuation;

/// <summary>How an answer came about that several endpoints gave.</summary>
/// <param name="Attempts">All attempts, in order; of an answer that broke, with the failure that ended it.</param>
/// <param name="Parts">Who gave what of it, in order.</param>
public sealed record AnswerHistory(ImmutableArray<Attempt> Attempts, ImmutableArray<AnswerPart> Parts)
{
    /// <summary>Why the last part broke off; null when it is whole.</summary>
    public AttemptFailure? BrokenBy { get; init; }

    /// <summary>The history of an answer that has ended.</summary>
    /// <param name="attempts">All attempts, in order.</param>
    /// <param name="parts">Who began to answer, in order.</param>
    internal static AnswerHistory Of(ImmutableArray<Attempt> attempts, IReadOnlyList<PartState> parts)
    {
        var told = attempts.ToBuilder();
        foreach (var part in parts)
        {
            if (part.Broken is var (failure, lasted))
            {
                told[part.Attempt] = told[part.Attempt] with { Failure = failure, Lasted = lasted, UpstreamId = part.UpstreamId };
            }
        }

        return new AnswerHistory(told.ToImmutable(), [.. parts.Select(part => part.Close())]) { BrokenBy = parts[^1].Broken?.Failure };
    }
}
