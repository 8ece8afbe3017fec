using System.Collections.Immutable;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Ledger.Keys;
using Weir.Ledger.Secrets;

namespace Weir.Gateway.Byok;

/// <summary>Puts the credentials of a caller's own into a finished plan: prioritised ones first, then the endpoints themselves, then fallback ones.</summary>
/// <remarks>
/// Source: BYOK routing of the API. Endpoints were filtered before: a credential opens no endpoint that a data policy closes. Among themselves the copies stand in the order
/// of the plan, those of one endpoint by their places. Memory only.
/// </remarks>
/// <param name="keys">All credentials, sealed.</param>
/// <param name="feeShare">What is taken of what a provider bills; asked at each request, because an operator may change it.</param>
public sealed class ByokExpansion(ProviderKeyRegistrar keys, Func<decimal> feeShare)
{
    private const string Prioritised = "a credential of one's own comes before the server's";
    private const string Fallback = "a credential of one's own that is kept for when the server's fail";

    /// <summary>The credentials that requests of a caller may be sent with, in the order of their places.</summary>
    public ImmutableArray<ProviderKeyRow> KeysOf(Caller caller)
    {
        var all = keys.All;
        return all.IsEmpty ? [] : [.. all.Where(row => row.IsFor(caller.WorkspaceId, caller.Key.Hash, caller.Key.CreatorUserId)).OrderBy(row => row.SortOrder)];
    }

    /// <summary>The plan with a copy of each endpoint for each credential that fits it.</summary>
    /// <param name="routed">A request with its plan.</param>
    /// <param name="own">Of <see cref="KeysOf"/>.</param>
    public Routed Expand(Routed routed, ImmutableArray<ProviderKeyRow> own)
    {
        if (own.IsEmpty)
        {
            return routed;
        }

        var plan = routed.Plan;
        var share = feeShare();
        var candidates = ImmutableArray.CreateBuilder<Candidate>(plan.Candidates.Length + own.Length);
        foreach (var (from, to) in ModelsOf(plan.Candidates))
        {
            var group = plan.Candidates[from..to];
            candidates.AddRange(group.SelectMany(candidate => Copies(candidate, own, isFallback: false, share)));
            candidates.AddRange(group.Where(candidate => !candidate.Endpoint.Provider.IsByokOnly));
            candidates.AddRange(group.SelectMany(candidate => Copies(candidate, own, isFallback: true, share)));
        }

        return routed with { Plan = plan with { Candidates = candidates.ToImmutable() } };
    }

    private IEnumerable<Candidate> Copies(Candidate candidate, ImmutableArray<ProviderKeyRow> own, bool isFallback, decimal share) =>
        from row in own
        where row.IsFallback == isFallback && row.Opens(candidate.Endpoint.Provider.Slug, candidate.ModelSlug)
        select candidate with
        {
            Reason = isFallback ? Fallback : Prioritised,
            Endpoint = candidate.Endpoint with
            {
                Credential = new OwnCredential(row, keys, share),

                // The server's own is not sent by mistake.
                Provider = candidate.Endpoint.Provider with { ApiKey = null },
            },
        };

    // Models keep their order: a credential for the second model does not put it before the first. Where the endpoints of several models are mixed, their order is one.
    private static List<(int From, int To)> ModelsOf(ImmutableArray<Candidate> candidates)
    {
        var runs = new List<(int From, int To)>();
        for (var at = 0; at < candidates.Length; at++)
        {
            if (at > 0 && ReferenceEquals(candidates[at].Model, candidates[at - 1].Model))
            {
                runs[^1] = (runs[^1].From, at + 1);
            }
            else
            {
                runs.Add((at, at + 1));
            }
        }

        var isMixed = runs.DistinctBy(run => candidates[run.From].Model.Slug, StringComparer.Ordinal).Count() < runs.Count;
        return isMixed ? [(0, candidates.Length)] : runs;
    }
}
