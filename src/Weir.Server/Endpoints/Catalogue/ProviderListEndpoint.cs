using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Protocol;
using Weir.Protocol.Models;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary><c>GET /providers</c>: who answers models here.</summary>
internal sealed class ProviderListEndpoint(CatalogState catalog)
{
    public void Map(IEndpointRouteBuilder routes) => CatalogueRoutes.Map(routes, "/providers", ListAsync);

    private Task ListAsync(HttpContext context)
    {
        var providers = catalog.Current.Models
            .SelectMany(model => model.Endpoints)
            .Select(endpoint => endpoint.Provider)
            .DistinctBy(provider => provider.Slug, StringComparer.Ordinal)
            .OrderBy(provider => provider.Name, StringComparer.OrdinalIgnoreCase)
            .Select(Of)
            .ToArray();
        return WireResponse.WriteAsync(
            context,
            new DataResponse<IReadOnlyList<ProviderRecord>>(providers),
            WireJson.Default.DataResponseIReadOnlyListProviderRecord);
    }

    private static ProviderRecord Of(ProviderEntry provider) => new()
    {
        Name = provider.Name,
        Slug = provider.Slug,
        PrivacyPolicyUrl = provider.Profile.PrivacyPolicyUrl,
        TermsOfServiceUrl = provider.Profile.TermsOfServiceUrl,
        StatusPageUrl = provider.Profile.StatusPageUrl,
        Headquarters = provider.Profile.Headquarters,
        Datacenters = provider.Profile.Datacenters is { IsEmpty: false } countries ? countries : null,
    };
}
