using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Ledger.Providers;

namespace Weir.Gateway.Health;

/// <summary>Asks providers whose endpoints have an open circuit whether they are back, by a request that costs nothing, so that no user's request has to find out.</summary>
/// <remarks>
/// Such a request says little about models: a provider may list them while none of them answers. So success counts only where the same request has failed
/// since the circuit opened: then it shares the fate of the endpoint. What it cannot tell is left to real requests, as without it. It changes nothing but
/// circuits, goes to addresses of the operator's alone, and follows no redirect. One caller at a time.
/// </remarks>
public sealed class RecoveryProbe(UpstreamClient client, HealthDirectory health, TimeProvider time)
{
    private const int MostAtOnce = 4;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Providers that the operator has switched off: nothing is sent to them. Null: none can be.</summary>
    public ProviderSwitches? Switches { private get; init; }

    // Endpoints with an open circuit whose provider has failed a probe since then: as many as there are open circuits.
    private readonly HashSet<EndpointKey> _seenDown = [];

    /// <summary>Asks each provider once that has an endpoint with an open circuit, and has not said when to come back.</summary>
    public async Task RunAsync(CatalogSnapshot catalog, CancellationToken cancellationToken)
    {
        var open = health.CircuitsOf(catalog).Where(circuit => circuit.IsOpen).Select(circuit => (circuit.Model, circuit.Endpoint)).ToArray();
        _seenDown.IntersectWith(open.Select(one => EndpointKey.Of(one.Model, one.Endpoint)));
        var providers = open.Where(one => !one.Endpoint.Provider.IsByokOnly && !IsOff(one.Endpoint.Provider) && !health.WantsNoCalls(one.Model, one.Endpoint)).ToLookup(one => one.Endpoint.Provider);
        var limits = new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(providers, limits, async (endpoints, stop) =>
        {
            if (await AnswersAsync(endpoints.Key, stop) is { } answers)
            {
                Conclude(endpoints, answers);
            }
        });
    }

    private bool IsOff(ProviderEntry provider) => Switches?.Off.ContainsKey(provider.Slug) ?? false;

    private void Conclude(IEnumerable<(ModelEntry Model, EndpointEntry Endpoint)> endpoints, bool answers)
    {
        lock (_seenDown)
        {
            foreach (var (model, endpoint) in endpoints)
            {
                var key = EndpointKey.Of(model, endpoint);
                if (!answers)
                {
                    _ = _seenDown.Add(key);
                }
                else if (_seenDown.Remove(key))
                {
                    health.Recovered(model, endpoint);
                }
            }
        }
    }

    // Null where the dialect has no such request.
    private async Task<bool?> AnswersAsync(ProviderEntry provider, CancellationToken stop)
    {
        if (provider.Dialect.Probe(provider) is not { } request)
        {
            return null;
        }

        using var timer = new CancellationTokenSource(Longest, time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, stop);
        try
        {
            // The status is all that is looked at: the body is not read.
            using var response = await client.SendAsync(UpstreamClient.Message(provider, request), over.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception failure) when (AttemptFailures.IsUpstreamFault(failure) && !stop.IsCancellationRequested)
        {
            return false;
        }
    }
}
