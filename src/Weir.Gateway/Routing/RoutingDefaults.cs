using System.Collections.Immutable;

namespace Weir.Gateway.Routing;

/// <summary>What the operator says about routing for every request.</summary>
/// <remarks>What protects holds whatever a request says; what only orders is for requests that say nothing about it.</remarks>
public sealed record RoutingDefaults
{
    public static RoutingDefaults None { get; } = new();

    /// <summary>For requests without order and sort.</summary>
    public ImmutableArray<string> Order { get; init; } = [];

    /// <summary>Empty: everybody.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    public ImmutableArray<string> Ignore { get; init; } = [];

    /// <summary>For requests without order and sort; null: prices are balanced.</summary>
    public SortMetric? Sort { get; init; }

    /// <summary>Of <see cref="Catalog.DataRegion.All"/>: only who computes there, and nowhere else, may answer; null: everybody.</summary>
    public string? DataRegion { get; init; }

    public bool DenyDataCollection { get; init; }
    public bool ZeroRetention { get; init; }

    /// <summary>A request's preferences under these defaults: whoever is permitted by both may answer, and no protection is lost.</summary>
    public RoutePreferences Protect(RoutePreferences preferences) => this == None ? preferences : preferences with
    {
        Permitted = Only,
        DataRegion = DataRegion,
        Ignore = preferences.Ignore.AddRange(Ignore),
        DenyDataCollection = preferences.DenyDataCollection || DenyDataCollection,
        ZeroRetention = preferences.ZeroRetention || ZeroRetention,
    };
}
