using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Models;
using Weir.Server.Auth;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary><c>GET /parameters/{author}/{slug}</c>: what a model takes, at any provider or at a named one.</summary>
internal sealed class ModelParametersEndpoint(CatalogState catalog, Authorization authorization)
{
    public void Map(IEndpointRouteBuilder routes) => CatalogueRoutes.Map(routes, "/parameters/{author}/{slug}", authorization.AnyKey(ShowAsync));

    private Task ShowAsync(HttpContext context, Caller caller)
    {
        var slug = ModelLookup.SlugOf(context);
        if (ModelLookup.Find(catalog.Current, slug) is not { } model)
        {
            return ModelLookup.NotFoundAsync(context, slug);
        }

        var parameters = new ParameterReader(context.Request.Query);
        var name = parameters.Text("provider");
        if (parameters.Problem is { } problem)
        {
            return ErrorResponse.InvalidAsync(context, problem);
        }

        var asked = name is null ? model : model with { Endpoints = [.. model.Endpoints.Where(endpoint => IsAt(endpoint.Provider, name))] };
        if (asked.Endpoints.IsEmpty)
        {
            var providers = string.Join(", ", model.Endpoints.Select(endpoint => endpoint.Provider.Slug).Distinct(StringComparer.Ordinal));
            return ErrorResponse.NotFoundAsync(context, $"Provider '{name}' does not answer {model.Slug}; these do: {providers}.");
        }

        var record = new ModelParametersRecord { Model = model.Slug, SupportedParameters = EndpointParameters.Union(asked) };
        return WireResponse.WriteAsync(context, new DataResponse<ModelParametersRecord>(record), WireJson.Default.DataResponseModelParametersRecord);
    }

    private static bool IsAt(ProviderEntry provider, string name) =>
        provider.Slug.Equals(name, StringComparison.OrdinalIgnoreCase) || provider.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
