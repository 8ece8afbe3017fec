using System.Collections.Immutable;
using Weir.Gateway.Chat;
using Weir.Gateway.Continuation;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Operations.Chat;
using Weir.Ledger.Pricing;
using Weir.OpenInference;

namespace Weir.Gateway.Pipeline;

/// <summary>An answer that has passed to the client, all but its closing event, which waits for the charge to be durable.</summary>
public sealed record Relayed
{
    public required Committed Committed { get; init; }
    public required AnswerEnd End { get; init; }

    /// <summary>Why it broke; null when it did not.</summary>
    public AttemptFailure? Failure { get; init; }

    public required TokenUsage Usage { get; init; }

    /// <summary>Who gave what of an answer that several endpoints gave; empty when one gave it all.</summary>
    public ImmutableArray<AnswerPart> Parts { get; init; } = [];

    /// <summary>Normalised; <c>error</c> for a broken answer; null when the caller left before it was known.</summary>
    public string? FinishReason { get; init; }

    /// <summary>The provider's own words.</summary>
    public string? NativeFinishReason { get; init; }

    public string? UpstreamId { get; init; }

    /// <summary>The service tier that the provider says it answered on; null when it does not say.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>From the request's arrival to the first event of the answer.</summary>
    public required TimeSpan FirstEvent { get; init; }

    /// <summary>The answer, folded from its events; one that came whole is taken apart when this is first asked.</summary>
    public ChatStreamAccumulator Answer => Fold();

    /// <summary>Gives <see cref="Answer"/>.</summary>
    public required Func<ChatStreamAccumulator> Fold { private get; init; }

    public required ClosingEvent Closing { get; init; }

    /// <summary>Whether it is all that was asked for; a conversation needs a good reason to end as well.</summary>
    public bool IsComplete => End == AnswerEnd.Finished
        && (Committed.Inbound.Operation is not ChatOperation || (!string.IsNullOrWhiteSpace(FinishReason) && FinishReason != FinishReasons.Error));
}
