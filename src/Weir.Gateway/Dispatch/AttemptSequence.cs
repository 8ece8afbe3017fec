using System.Collections.Immutable;
using Weir.Gateway.Chat;
using Weir.Gateway.Media;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Dispatch;

/// <summary>The attempts of one request, in the order of its plan: each candidate is asked at most once, until one begins to answer.</summary>
/// <remarks>Used by one request, one call at a time. It can be asked for a further candidate after one has answered, with another request.</remarks>
public sealed class AttemptSequence
{
    private readonly AttemptRunner _runner;
    private readonly MediaFetcher _fetcher;
    private readonly Admitted _admitted;
    private readonly ImmutableArray<Attempt>.Builder _attempts = ImmutableArray.CreateBuilder<Attempt>();
    private RequestMedia _media;
    private GatewayException? _unfetched;
    private Candidate? _refused;
    private bool _isOver;
    private int _next;

    internal AttemptSequence(AttemptRunner runner, MediaFetcher fetcher, Admitted admitted)
    {
        _runner = runner;
        _fetcher = fetcher;
        _admitted = admitted;
        _media = new RequestMedia(fetcher, Request);
    }

    /// <summary>All attempts so far, in the order they were made.</summary>
    public ImmutableArray<Attempt> Attempts => _attempts.ToImmutable();

    /// <summary>The request as it was asked for.</summary>
    public ModelRequest Request => _admitted.Routed.Prepared.Parsed.Request;

    private RoutePlan Plan => _admitted.Routed.Plan;

    /// <summary>Asks the candidates that have not been asked yet until one begins to answer; null when none did.</summary>
    public Task<ILiveAnswer?> NextAsync() => NextAsync(_ => Request);

    /// <summary>The same with a request of each candidate's own; a candidate without one is passed over.</summary>
    /// <param name="requestOf">What to ask a candidate; null: it is not asked.</param>
    public async Task<ILiveAnswer?> NextAsync(Func<Candidate, ModelRequest?> requestOf)
    {
        while (!_isOver && _next < Plan.Candidates.Length)
        {
            var candidate = Plan.Candidates[_next++];
            if (candidate.Model == _refused?.Model || requestOf(candidate) is not { } request)
            {
                continue;
            }

            if (await AskAsync(candidate, request) is { } answer)
            {
                return answer;
            }
        }

        return null;
    }

    /// <summary>Asks one candidate, wherever it stands in the plan; null when it did not begin to answer, and <see cref="Attempts"/> says why.</summary>
    /// <param name="candidate">Whom to ask.</param>
    /// <param name="request">What to ask.</param>
    public async Task<ILiveAnswer?> AskAsync(Candidate candidate, ModelRequest request)
    {
        var call = CallBuilder.Build(_admitted, candidate) with { Request = request };
        try
        {
            call = call with { Request = await FetchMediaAsync(call) };
        }
        catch (GatewayException wrong)
        {
            // A candidate that fetches by itself may still take it.
            _unfetched ??= wrong;
            return null;
        }

        var result = await _runner.RunAsync(candidate, call, AbandonToken(candidate));
        _attempts.Add(result.Attempt);
        if (result.Attempt.Failure is { } failure)
        {
            _isOver |= failure.Fallback == FallbackScope.None;
            _refused = failure.Fallback == FallbackScope.NextModel ? candidate : _refused;
        }

        return result.Answer;
    }

    /// <summary>The refusal of a request that no candidate answered.</summary>
    public GatewayException Failed()
    {
        // Where nobody was asked, the address that could not be fetched is the whole story.
        if (_attempts.Count == 0 && _unfetched is not null)
        {
            return _unfetched;
        }

        var attempts = Attempts;
        return new GatewayException(GatewayErrors.FromAttempts(attempts, Plan)) { Attempts = attempts };
    }

    // Nothing is paid for yet: a caller who leaves ends it, streamed or not.
    private async ValueTask<ModelRequest> FetchMediaAsync(UpstreamCall call)
    {
        if (call.Endpoint.Provider.Dialect.Find(call.Operation) is not { } translator)
        {
            return call.Request;
        }

        var inbound = _admitted.Routed.Inbound;
        using var nobodyWaits = CancellationTokenSource.CreateLinkedTokenSource(inbound.Client.Aborted, inbound.ServerStopping);
        try
        {
            _media = _media.Request == call.Request ? _media : new RequestMedia(_fetcher, call.Request);
            return await _media.ForAsync(translator, nobodyWaits.Token);
        }
        catch (OperationCanceledException) when (nobodyWaits.IsCancellationRequested)
        {
            throw new GatewayException(GatewayError.Client(GatewayErrorCode.InvalidRequest, "The request ended while the media it names were being fetched."));
        }
    }

    // A caller who leaves cancels a stream, where the provider then stops billing. A non-streamed call is read to its end:
    // it would be billed in full anyway, and only its end tells the usage.
    private CancellationToken AbandonToken(Candidate candidate) =>
        Request.Stream && candidate.Endpoint.Provider.SupportsCancellation
            ? _admitted.Routed.Inbound.Client.Aborted
            : _admitted.Routed.Inbound.ServerStopping;
}
