using System.Collections.Immutable;

namespace Weir.Gateway.Routing;

/// <summary>What a plan is made of, before anything is left out.</summary>
/// <param name="Chosen">The models.</param>
/// <param name="Options">Every endpoint of theirs for which there is a credential.</param>
/// <param name="Context">What filters compare them with.</param>
internal sealed record PlanScene(ChosenModels Chosen, ImmutableArray<RouteOption> Options, FilterContext Context)
{
    /// <summary>The endpoints that a plan has not, each with the first reason that holds for it.</summary>
    public ImmutableArray<LeftOut> LeftOutOf(RoutePlan? plan) =>
        [.. Options.Where(option => plan is null || !plan.Candidates.Any(candidate => IsSame(option, candidate))).Select(Explain)];

    private static bool IsSame(RouteOption option, Candidate candidate) =>
        ReferenceEquals(option.Model, candidate.Model) && ReferenceEquals(option.Endpoint, candidate.Endpoint);

    private LeftOut Explain(RouteOption option)
    {
        var filter = EndpointFilters.All.FirstOrDefault(each => each.Applies(Context) && !each.Keeps(option, Context));
        var (field, detail) = filter is not null
            ? (filter.Field, filter.Detail(Context))
            : Context.Preferences.AllowFallbacks
                ? ("request", "another endpoint of the model can do more of what the request asks for.")
                : ("provider.allow_fallbacks", "the request wants no fallbacks.");
        return new LeftOut(option.Model, option.Endpoint, field, detail);
    }
}
