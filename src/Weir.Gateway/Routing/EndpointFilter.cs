namespace Weir.Gateway.Routing;

/// <summary>One reason for which endpoints may not answer a request.</summary>
/// <param name="Field">The request's member that it comes from.</param>
/// <param name="Code">What the availability of the error says when nobody is left.</param>
/// <param name="ExcludedBy">Its name in the vocabulary of the availability object; null: it has none there.</param>
/// <param name="Applies">Whether the request asks for it at all.</param>
/// <param name="Keeps">Whether an endpoint may answer. Pure.</param>
/// <param name="Detail">What it asks, and how to ask for less; for people.</param>
internal sealed record EndpointFilter(
    string Field,
    string Code,
    string? ExcludedBy,
    Func<FilterContext, bool> Applies,
    Func<RouteOption, FilterContext, bool> Keeps,
    Func<FilterContext, string> Detail);
