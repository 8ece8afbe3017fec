using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;

namespace Weir.Gateway.Health;

/// <summary>Tells the directory how an answer ended: the last of what a call says about its endpoint.</summary>
public sealed class AnswerHealth(HealthDirectory directory, TimeProvider time)
{
    public void Report(Relayed relayed)
    {
        // An answer that no upstream gave says nothing about one, nor does a caller who left.
        if (relayed.Committed.Attempts.IsEmpty || relayed.End == AnswerEnd.CallerLeft)
        {
            return;
        }

        var isWhole = relayed.End == AnswerEnd.Finished && relayed.FinishReason != FinishReasons.Error;
        if (isWhole)
        {
            directory.Ended(relayed.Committed.Answer.Candidate, Whole(relayed));
        }
        else if (Broken(relayed) is { } outcome)
        {
            directory.Ended(relayed.Committed.Answer.Candidate, new HealthReport(outcome));
        }
    }

    // Of an answer that several endpoints gave, what the last of them did, which need not be what the client was told. A refusal in the middle is the
    // request's own: whoever sends such requests must not close an endpoint to others.
    private static HealthOutcome? Broken(Relayed relayed) =>
        (relayed.Committed.Answer.History?.BrokenBy ?? relayed.Failure) is { } failure ? HealthOutcomes.Of(failure, status: null) : HealthOutcome.Outage;

    private HealthReport Whole(Relayed relayed) => new(HealthOutcome.Success)
    {
        TokensPerSecond = SpeedOf(relayed),
        HasSoundToolCalls = relayed.FinishReason == FinishReasons.ToolCalls && !relayed.Answer.Truncated
            ? ToolCallCheck.AreSound(relayed.Committed.Routed.Prepared.Parsed.Request, relayed.Answer.ToJson())
            : null,
    };

    // Over the whole call: a provider that lets calls wait is slow, however fast it writes then.
    private double? SpeedOf(Relayed relayed)
    {
        var attempt = relayed.Committed.Attempts[^1];
        var seconds = (time.GetUtcNow() - attempt.StartedAt).TotalSeconds;
        var isOfOneCall = attempt.ProviderSlug == relayed.Committed.Answer.Candidate.Endpoint.Provider.Slug;
        return isOfOneCall && relayed.Usage.Completion > 0 && seconds > 0 ? relayed.Usage.Completion / seconds : null;
    }
}
