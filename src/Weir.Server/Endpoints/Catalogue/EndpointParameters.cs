using Weir.Gateway.Catalog;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary>The request parameters that an endpoint takes.</summary>
internal static class EndpointParameters
{
    /// <summary>What the operator lists and the dialect can say, in name order; where nothing is listed, all that the dialect can say.</summary>
    public static IReadOnlyList<string> Of(ModelEntry model, EndpointEntry endpoint)
    {
        var said = endpoint.Provider.Dialect.Parameters;

        // A dialect's parameters are those of the chat API: they say nothing about a model that only embeds or draws.
        var taken = endpoint.SupportedParameters is { } listed
            ? listed.Where(said.Contains)
            : model.OutputModalities.Contains("text") ? said : [];
        return [.. taken.Order(StringComparer.Ordinal)];
    }

    /// <summary>What at least one endpoint of a model takes.</summary>
    public static IReadOnlyList<string> Union(ModelEntry model) =>
        [.. model.Endpoints.SelectMany(endpoint => Of(model, endpoint)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
