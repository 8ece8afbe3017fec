using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Ledger.Pricing;
using Weir.Protocol.Models;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary>Shows models that make images as wire records.</summary>
internal static class ImageRecords
{
    private static readonly ImageAbility Nothing = new();

    public static ImageModelRecord Of(ModelRow row) => new()
    {
        Id = row.Slug,
        Name = row.Model.Name,
        Description = row.Model.Card.Description,
        Created = row.Model.Created.ToUnixTimeSeconds(),
        Architecture = ModelRecords.Architecture(row.Model),
        SupportedParameters = Union(row.Model).ToImmutableSortedDictionary(range => range.Key, range => Of(range.Value), StringComparer.Ordinal),
        SupportsStreaming = row.Model.Endpoints.Any(endpoint => endpoint.Image is { Streams: true }),
        Endpoints = $"/api/v1/images/models/{row.Slug}/endpoints",
    };

    public static ImageEndpointsResponse WithEndpoints(ModelEntry model) => new()
    {
        Id = model.Slug,
        Endpoints = [.. model.Endpoints.Select(Of)],
    };

    private static ImageEndpointRecord Of(EndpointEntry endpoint)
    {
        var ability = endpoint.Image ?? Nothing;
        return new ImageEndpointRecord
        {
            ProviderName = endpoint.Provider.Name,
            ProviderSlug = endpoint.Provider.Slug,
            ProviderTag = endpoint.Tag,
            SupportedParameters = ability.Parameters.ToImmutableSortedDictionary(range => range.Key, range => Of(range.Value), StringComparer.Ordinal),
            AllowedPassthroughParameters = ability.PassthroughParameters,
            SupportsStreaming = ability.Streams,
            Pricing = [.. Prices(endpoint.Price)],
        };
    }

    // Of a parameter that several endpoints take, everything that at least one of them takes.
    private static Dictionary<string, ParameterRange> Union(ModelEntry model) => model.Endpoints
        .SelectMany(endpoint => (endpoint.Image ?? Nothing).Parameters)
        .GroupBy(range => range.Key, range => range.Value, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Aggregate(Union), StringComparer.Ordinal);

    private static ParameterRange Union(ParameterRange a, ParameterRange b) => new()
    {
        Values = [.. a.Values.Union(b.Values, StringComparer.Ordinal)],
        Least = a.Least is null ? b.Least : b.Least is null ? a.Least : Math.Min(a.Least.Value, b.Least.Value),
        Most = a.Most is null ? b.Most : b.Most is null ? a.Most : Math.Max(a.Most.Value, b.Most.Value),
    };

    private static CapabilityRecord Of(ParameterRange range) => range switch
    {
        { Values.IsEmpty: false } => new CapabilityRecord { Type = "enum", Values = range.Values },
        { Least: { } least, Most: { } most } => new CapabilityRecord { Type = "range", Min = least, Max = most },
        _ => new CapabilityRecord { Type = "boolean" },
    };

    private static IEnumerable<ImagePriceRecord> Prices(Price price) =>
        from line in new (string Billable, string Unit, decimal Cost)[]
        {
            ("output_image", "image", price.ImageOutput ?? 0),
            ("output_image", "token", price.Completion),
            ("input_image", "image", price.Image ?? 0),
            ("input_image", "token", price.ImageToken ?? 0),
            ("input_text", "token", price.Prompt),
        }
        where line.Cost > 0
        select new ImagePriceRecord { Billable = line.Billable, Unit = line.Unit, Cost = line.Cost };
}
