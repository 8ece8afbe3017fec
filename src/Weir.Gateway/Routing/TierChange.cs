using System.Collections.Immutable;
using System.Text;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;

namespace Weir.Gateway.Routing;

/// <summary>Makes a provider serve the tier that its endpoint is priced for.</summary>
/// <remarks>
/// <c>speed</c> is how Anthropic's API says it. Where a request has both members, each is sent as it was written. Source: service tiers of the documentation.
/// </remarks>
internal static class TierChange
{
    private const string Member = "service_tier";
    private const string SpeedMember = "speed";

    private static readonly ReadOnlyMemory<byte> Default = "\"default\""u8.ToArray();
    private static readonly RequestChange NoSpeed = new(SpeedMember, default);

    public static ImmutableArray<RequestChange> Add(RouteOption option, RequestNeeds needs, ModelRequest request)
    {
        var changes = option.Choice.Changes;
        if (option.Endpoint.ServiceTier is { } tier)
        {
            return request.Has(Member) && needs.ServiceTier == tier ? changes : changes.Add(new RequestChange(Member, Encoding.UTF8.GetBytes($"\"{tier}\"")));
        }

        // Who has an endpoint for the tier would serve it at this one too, at another price than is charged.
        if (needs.ServiceTier is { } asked && HasTier(option.Model, option.Endpoint, asked))
        {
            return request.Has(Member) ? changes.Add(new RequestChange(Member, Default)) : changes.Add(NoSpeed);
        }

        return changes;
    }

    private static bool HasTier(ModelEntry model, EndpointEntry endpoint, string tier)
    {
        foreach (var other in model.Endpoints)
        {
            if (other.ServiceTier == tier && other.Provider.Slug == endpoint.Provider.Slug)
            {
                return true;
            }
        }

        return false;
    }
}
