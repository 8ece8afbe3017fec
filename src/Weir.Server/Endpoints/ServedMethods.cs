using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Weir.Server.Endpoints;

/// <summary>Which methods an address of the OpenRouter-compatible API takes: what a request with another one is told, instead of that something is not built.</summary>
internal sealed class ServedMethods
{
    private const string Root = "/api/v1/";

    // Addresses are mapped once, before the first request; nearly no server is ever asked this.
    private readonly Lazy<(TemplateMatcher Path, IReadOnlyList<string> Methods)[]> _served;

    public ServedMethods(IEndpointRouteBuilder routes) => _served = new(() => [.. Read(routes)]);

    /// <summary>In the order of the alphabet; empty when no method is served there.</summary>
    public string[] At(PathString path) =>
        [.. _served.Value.Where(one => one.Path.TryMatch(path, [])).SelectMany(one => one.Methods).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<(TemplateMatcher Path, IReadOnlyList<string> Methods)> Read(IEndpointRouteBuilder routes) =>
        from endpoint in routes.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        where endpoint.RoutePattern.RawText?.StartsWith(Root, StringComparison.Ordinal) is true
        let methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods
        where methods is { Count: > 0 }
        select (new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []), methods);
}
