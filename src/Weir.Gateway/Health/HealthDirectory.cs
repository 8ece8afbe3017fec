using System.Collections.Concurrent;
using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Health;

/// <summary>What has happened at every endpoint that was asked in the last day.</summary>
/// <remarks>
/// It outlives the catalogue's snapshots: an endpoint is known by its names and its connection. It knows what real requests came to; a probe can close a
/// circuit, and nothing else. Safe for any number of requests at once.
/// </remarks>
public sealed class HealthDirectory(TimeProvider time, Random random) : IVitalsSource
{
    private const int MostEndpoints = 10_000;
    private static readonly TimeSpan LongestIdle = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<EndpointKey, EndpointHealthState> _states = new();
    private readonly long _started = time.GetTimestamp();

    private TimeSpan Now => time.GetElapsedTime(_started);

    /// <inheritdoc/>
    public EndpointVitals Read(ModelEntry model, EndpointEntry endpoint) =>
        Find(model, endpoint)?.Read(Now) ?? default;

    /// <summary>All that is known of an endpoint, for people; null when nothing is.</summary>
    public EndpointStatistics? Statistics(ModelEntry model, EndpointEntry endpoint) =>
        Find(model, endpoint)?.Statistics(Now);

    /// <summary>Every endpoint of a catalogue that is known, and whether its circuit is open.</summary>
    internal IEnumerable<(ModelEntry Model, EndpointEntry Endpoint, bool IsOpen)> CircuitsOf(CatalogSnapshot catalog)
    {
        foreach (var model in catalog.Models)
        {
            foreach (var endpoint in model.Endpoints)
            {
                if (Find(model, endpoint) is { } state)
                {
                    yield return (model, endpoint, state.IsCircuitOpen);
                }
            }
        }
    }

    /// <summary>Whether the provider has said when to come back, and that is not yet.</summary>
    internal bool WantsNoCalls(ModelEntry model, EndpointEntry endpoint) => Find(model, endpoint)?.RetryAfter(Now) is not null;

    /// <summary>A probe says that an endpoint is back.</summary>
    internal void Recovered(ModelEntry model, EndpointEntry endpoint) => Find(model, endpoint)?.Recovered();

    /// <summary>Whether nothing speaks against a call to an endpoint that is not needed.</summary>
    internal bool IsWell(Candidate candidate) => Find(candidate.Model, candidate.Endpoint)?.IsWell(Now) ?? true;

    /// <summary>Whether an endpoint may be asked while others are there. Of those who ask an endpoint that failed, one after each pause is told yes.</summary>
    internal bool TryEnter(Candidate candidate) => Find(candidate.Model, candidate.Endpoint)?.TryEnter(Now) ?? true;

    /// <summary>How long the provider still wants to be left alone; null when it does not.</summary>
    internal TimeSpan? RetryAfter(Candidate candidate) => Find(candidate.Model, candidate.Endpoint)?.RetryAfter(Now);

    /// <summary>A request comes to an endpoint that is neither a repetition nor a hedge.</summary>
    internal void Requested(Candidate candidate) => StateOf(candidate).Requested(Now);

    /// <summary>A call is sent, whichever it is; gives when, for <see cref="Withdrawn"/>.</summary>
    internal TimeSpan Asked(Candidate candidate, bool isStreamed)
    {
        var now = Now;
        StateOf(candidate).Asked(now, isStreamed);
        return now;
    }

    /// <summary>A call was given up before it said anything.</summary>
    internal void Withdrawn(Candidate candidate, TimeSpan askedAt, bool isStreamed) => StateOf(candidate).Withdrawn(Now, askedAt, isStreamed);

    /// <summary>Whether the endpoint's share of repetitions is not used up; takes one.</summary>
    internal bool TryRetry(Candidate candidate) => StateOf(candidate).TryRetry(Now);

    /// <summary>Whether another endpoint may be asked besides this one; takes one of its repetitions.</summary>
    internal bool TryHedge(Candidate candidate) => StateOf(candidate).TryHedge(Now);

    /// <param name="candidate">Who answers.</param>
    /// <param name="took">Since it was asked.</param>
    /// <param name="isFirstToken">Whether that is the time to the first token; false when the answer came as a whole.</param>
    internal void Began(Candidate candidate, TimeSpan took, bool isFirstToken) => StateOf(candidate).Began(Now, took, isFirstToken);

    /// <summary>A call failed before an answer began.</summary>
    internal void Failed(Candidate candidate, Attempt attempt)
    {
        if (HealthOutcomes.Of(attempt) is { } outcome)
        {
            StateOf(candidate).Failed(Now, attempt.Latency, outcome, attempt.Failure!.RetryAfter);
        }
    }

    /// <summary>An answer that had begun has ended.</summary>
    public void Ended(Candidate candidate, HealthReport report) => StateOf(candidate).Ended(Now, report);

    private EndpointHealthState? Find(ModelEntry model, EndpointEntry endpoint) => _states.GetValueOrDefault(EndpointKey.Of(model, endpoint));

    private EndpointHealthState StateOf(Candidate candidate)
    {
        var key = EndpointKey.Of(candidate.Model, candidate.Endpoint);
        if (_states.TryGetValue(key, out var known))
        {
            return known;
        }

        Forget();
        return _states.GetOrAdd(key, static (_, random) => new EndpointHealthState(random), random);
    }

    // A new endpoint is rare: then those go that were idle for a day, and the one idle longest when there are still too many.
    private void Forget()
    {
        var now = Now;
        foreach (var (key, state) in _states)
        {
            if (now - state.LastActive > LongestIdle)
            {
                _ = _states.TryRemove(key, out _);
            }
        }

        if (_states.Count >= MostEndpoints)
        {
            _ = _states.TryRemove(_states.MinBy(state => state.Value.LastActive).Key, out _);
        }
    }
}
