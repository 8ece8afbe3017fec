using System.Diagnostics.Metrics;
using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Health;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Ledger.Records;
using Weir.Protocol.Errors;
using Weir.Protocol.Primitives;

namespace Weir.Gateway.Telemetry;

/// <summary>The instruments of the gateway; their full names begin with the meter's, as in <c>weir_gateway_answers</c>. No label ever carries a key, a key's name or a user.</summary>
public sealed class GatewayMetrics : IDisposable
{
    private readonly Meter _meter = new("Weir.Gateway");
    private readonly Counter<long> _answers;
    private readonly Counter<long> _refusals;
    private readonly Counter<long> _tokens;
    private readonly Counter<double> _charges;
    private readonly Counter<long> _overruns;
    private readonly Counter<long> _unrecorded;
    private readonly Counter<long> _cacheLookups;
    private readonly Histogram<double> _stages;
    private readonly Counter<long> _attempts;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _hedges;

    public GatewayMetrics()
    {
        _answers = _meter.CreateCounter<long>("answers", "{answer}", "Answers that began, by model, provider and how they ended.");
        _refusals = _meter.CreateCounter<long>("refusals", "{request}", "Requests that ended before an answer began, by error and whether the caller was known.");
        _tokens = _meter.CreateCounter<long>("tokens", "{token}", "Tokens used, by model and direction.");
        _charges = _meter.CreateCounter<double>("charges", "USD", "Money charged, by model; the ledger is exact, this is for charts.");
        _overruns = _meter.CreateCounter<long>("charges.over_hold", "{answer}", "Answers that cost more than was held for them, by model; charged in full.");
        _unrecorded = _meter.CreateCounter<long>("answers.unrecorded", "{answer}", "Answers whose record could not be stored, by whether they were served all the same.");
        _attempts = _meter.CreateCounter<long>("attempts", "{attempt}", "Calls of providers, by provider and what they came to.");
        _retries = _meter.CreateCounter<long>("retries", "{attempt}", "Calls that were repeated at the same endpoint, by provider and why.");
        _hedges = _meter.CreateCounter<long>("hedges", "{attempt}", "Second endpoints asked besides one that said nothing, by provider and whether it was the first to answer: won, lost, failed.");
        _cacheLookups = _meter.CreateCounter<long>("response_cache.lookups", "{request}", "Requests that asked for the response cache, by whether it had the answer.");
        _stages = _meter.CreateHistogram<double>("stage.duration", "s", "Time a request spends in each stage.");
    }

    public void Answered(GenerationRow row)
    {
        var model = new KeyValuePair<string, object?>("model", row.Model);
        _answers.Add(1, model, new("provider", row.ProviderName), new("outcome", row.ErrorType ?? (row.Cancelled ? "cancelled" : "ok")));
        _tokens.Add(row.PromptTokens ?? 0, model, new("direction", "prompt"));
        _tokens.Add(row.CompletionTokens ?? 0, model, new("direction", "completion"));
        _charges.Add((double)row.Charge.ToDollars(), model);
    }

    /// <summary>Counts a bill above the hold: a limit may have been passed by the difference.</summary>
    public void Settled(GenerationRow row, Usd held)
    {
        if (row.Charge > held)
        {
            _overruns.Add(1, new KeyValuePair<string, object?>("model", row.Model));
        }
    }

    /// <summary>Counts an answer whose record is lost.</summary>
    public void NotRecorded(bool isServed) => _unrecorded.Add(1, new KeyValuePair<string, object?>("served", isServed ? "yes" : "no"));

    public void Attempted(Attempt attempt) =>
        _attempts.Add(1, new("provider", attempt.ProviderSlug), new("outcome", attempt.Failure is { } failure ? OutcomeOf(failure) : "ok"));

    public void Retried(Attempt failed) =>
        _retries.Add(1, new("provider", failed.ProviderSlug), new("reason", OutcomeOf(failed.Failure!)));

    /// <summary>Counts a second endpoint that was asked besides.</summary>
    /// <param name="hedge">Who.</param>
    /// <param name="outcome"><c>won</c>, <c>lost</c>, or <c>failed</c> when neither answered.</param>
    internal void Hedged(Candidate hedge, string outcome) =>
        _hedges.Add(1, new("provider", hedge.Endpoint.Provider.Slug), new("outcome", outcome));

    /// <summary>Shows which circuits are open; once.</summary>
    public void Watch(HealthDirectory health, CatalogState catalog) => _ = _meter.CreateObservableGauge(
        "circuit.open",
        () => health.CircuitsOf(catalog.Current).Select(circuit => new Measurement<int>(
            circuit.IsOpen ? 1 : 0,
            new KeyValuePair<string, object?>("model", circuit.Model.Slug),
            new KeyValuePair<string, object?>("endpoint", circuit.Endpoint.Tag))),
        description: "1 while an endpoint is asked only now and then, because it failed; by model and endpoint.");

    public void CacheAsked(bool isHit) => _cacheLookups.Add(1, new KeyValuePair<string, object?>("result", isHit ? "hit" : "miss"));

    public void Refused(GatewayError error, bool callerKnown) =>
        _refusals.Add(1, new("error_type", error.Type), new("status", error.Status), new("caller", callerKnown ? "known" : "unknown"));

    public void Stages(IReadOnlyList<StageRecord> records)
    {
        for (var index = 0; index < records.Count; index++)
        {
            var record = records[index];
            _stages.Record(record.Duration.TotalSeconds, new KeyValuePair<string, object?>("stage", record.Name));
        }
    }

    private static string OutcomeOf(AttemptFailure failure) => failure switch
    {
        { IsCancelled: true, Fallback: FallbackScope.None } => "caller_left",
        { IsCancelled: true } => "lost",
        { IsUntranslatable: true } => "untranslatable",
        { IsCredentialRefused: true } => "credential_refused",
        { IsReset: true } => "reset",
        _ => GatewayErrorTable.Type(failure.Code),
    };

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
