using System.Text;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Metering;
using Weir.Gateway.Routing;
using Weir.Ledger.Pricing;

namespace Weir.Gateway.Continuation;

/// <summary>What is known of one endpoint's part of an answer while it comes.</summary>
internal sealed class PartState(ILiveAnswer answer, ModelRequest request, ContinuationWay? way, int attempt) : IAsyncDisposable
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _reasoning = new();
    private TokenUsage? _reported;
    private bool _isDisposed;

    public ILiveAnswer Answer { get; } = answer;
    public ContinuationWay? Way { get; } = way;

    /// <summary>Position of its attempt.</summary>
    public int Attempt { get; } = attempt;

    public string? UpstreamId { get; private set; }

    /// <summary>Whether a chunk has said why the answer ended.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>Where the part joins what came before it; null for the first, and where nothing had come.</summary>
    public Seam? Seam { get; init; }

    /// <summary>Why it broke, and how long it had lasted.</summary>
    public (AttemptFailure Failure, TimeSpan Lasted)? Broken { get; set; }

    public void Take(DeltaChunk chunk)
    {
        UpstreamId ??= chunk.Facts.UpstreamId;
        IsFinished |= chunk.Facts.FinishReason is not null;
        _reported = chunk.Facts.Usage is { } usage ? _reported?.Combine(usage) ?? usage : _reported;
        Keep(_text, chunk.Text);
        Keep(_reasoning, chunk.Reasoning);
    }

    /// <summary>The part, with its tokens counted here where the provider did not say.</summary>
    public AnswerPart Close()
    {
        var candidate = Answer.Candidate;
        var upstream = _reported ?? Count(candidate);
        return new AnswerPart
        {
            Candidate = candidate,
            Way = Way,
            UpstreamId = UpstreamId,
            Upstream = upstream,
            Usage = Way is null ? upstream : Added(upstream, candidate),
        };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            await Answer.DisposeAsync();
        }
    }

    // The prompt is paid for once, and what the client did not get (a second thought, a repetition) not at all.
    private TokenUsage Added(TokenUsage upstream, Candidate candidate)
    {
        // What never joined reached nobody.
        if (Seam is { IsClosed: false })
        {
            return new TokenUsage { Prompt = 0, Completion = 0, IsEstimate = upstream.IsEstimate };
        }

        var repeated = Seam is { Repeated.Length: > 0 } seam ? TokenCounter.Count(seam.Repeated, candidate.Model.Tokenizer) : 0;
        return new TokenUsage
        {
            Prompt = 0,
            Completion = Math.Max(0, upstream.Completion - upstream.Reasoning - repeated),
            IsEstimate = upstream.IsEstimate || repeated > 0,
        };
    }

    private TokenUsage Count(Candidate candidate)
    {
        var reasoning = TokenCounter.Count(_reasoning.ToString(), candidate.Model.Tokenizer);
        return new TokenUsage
        {
            Prompt = PromptText.CountTokens(request, candidate.Model.Tokenizer),
            Completion = TokenCounter.Count(_text.ToString(), candidate.Model.Tokenizer) + reasoning,
            Reasoning = reasoning,
            IsEstimate = true,
        };
    }

    private static void Keep(StringBuilder all, string piece)
    {
        if (all.Length < AnswerTextState.LongestText)
        {
            _ = all.Append(piece);
        }
    }
}
