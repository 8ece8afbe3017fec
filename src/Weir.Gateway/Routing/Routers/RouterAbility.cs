using Weir.Gateway.Catalog;

namespace Weir.Gateway.Routing.Routers;

/// <summary>What routers ask of an endpoint.</summary>
/// <param name="MaxCompletionTokens"><see cref="long.MaxValue"/>: the provider has no bound of its own.</param>
/// <param name="ContextLength">Tokens.</param>
/// <param name="Takes">The parameters it takes, of those that routers ask for.</param>
internal readonly record struct RouterAbility(long MaxCompletionTokens, int ContextLength, RouterParameters Takes)
{
    public static RouterAbility Of(EndpointEntry endpoint) => new(
        endpoint.MaxCompletionTokens ?? long.MaxValue,
        endpoint.ContextLength,
        (ChatParameters.IsTaken(endpoint, "tools") ? RouterParameters.Tools : RouterParameters.None)
            | (ChatParameters.IsTaken(endpoint, "response_format") ? RouterParameters.Formats : RouterParameters.None)
            | (ChatParameters.IsTaken(endpoint, "structured_outputs") ? RouterParameters.Schemas : RouterParameters.None));
}
