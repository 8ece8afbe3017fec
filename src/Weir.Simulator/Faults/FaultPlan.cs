using Weir.Simulator.Wire;

namespace Weir.Simulator.Faults;

/// <summary>How one answer is to break: what a fault model stands for and what the <c>x-sim-*</c> headers parse into.</summary>
internal sealed record FaultPlan
{
    public static readonly FaultPlan None = new();

    /// <summary>Error answered instead of anything else.</summary>
    public ApiError? Failure { get; init; }

    /// <summary>Value of <c>Retry-After</c> on a failure, in whole seconds.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public TimeSpan TimeToFirstToken { get; init; }

    /// <summary>Pace of the answer; null is as fast as it goes.</summary>
    public double? TokensPerSecond { get; init; }

    /// <summary>Content events after which the connection is closed in the middle of the response: every event before arrives.</summary>
    public int? CutAfter { get; init; }

    /// <summary>Content events after which the stream pauses for <see cref="Stall"/>.</summary>
    public int? StallAfter { get; init; }

    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(30);

    public ResetPoint Reset { get; init; }

    /// <summary>Content event, counted from 1, whose JSON is broken.</summary>
    public int? MalformedAt { get; init; }

    /// <summary>Content events after which an error object comes in the stream and ends it.</summary>
    public int? ErrorAfter { get; init; }

    public bool OmitDone { get; init; }

    public bool OmitUsage { get; init; }

    /// <summary>Length of a down phase and of an up phase.</summary>
    public TimeSpan? Flap { get; init; }

    /// <summary>Never answers.</summary>
    public bool Hang { get; init; }

    /// <summary>Answers 200 with no content and no finish reason.</summary>
    public bool Empty { get; init; }

    /// <summary>The content filter stops the prompt: an error with most providers, an answer without candidates with Google.</summary>
    public bool BlocksPrompt => Failure == StatusErrors.ContentFilter;

    /// <summary>Tokens an answer needs so that the planned event is reached in its middle; 0 when nothing is planned.</summary>
    public int LeastAnswerTokens
    {
        get
        {
            var last = Math.Max(Math.Max(CutAfter ?? 0, StallAfter ?? 0), Math.Max(MalformedAt ?? 0, ErrorAfter ?? 0));
            return last == 0 ? 0 : last + 20;
        }
    }
}
