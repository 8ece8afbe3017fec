using System.Collections.Immutable;

namespace Weir.Gateway.Routing;

/// <summary>What a request says about who may answer it, and in which order: its <c>provider</c> member, together with the operator's defaults.</summary>
/// <remarks>Names are slugs, display names or endpoint tags, in any case. Source: the provider object of the routing documentation.</remarks>
public sealed record RoutePreferences
{
    /// <summary>No preference at all.</summary>
    public static RoutePreferences None { get; } = new();

    /// <summary>Who is tried first, in this order; empty: nobody is preferred.</summary>
    public ImmutableArray<string> Order { get; init; } = [];

    /// <summary>Who may answer; empty: everybody.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>Who of <see cref="Only"/> the operator lets answer; empty: everybody.</summary>
    public ImmutableArray<string> Permitted { get; init; } = [];

    /// <summary>Of <see cref="Catalog.DataRegion.All"/>: the only region that may compute; the operator says it. Null: any.</summary>
    public string? DataRegion { get; init; }

    /// <summary>Who must not answer.</summary>
    public ImmutableArray<string> Ignore { get; init; } = [];

    /// <summary>False: of each model one endpoint is tried, or those of <see cref="Order"/>.</summary>
    public bool AllowFallbacks { get; init; } = true;

    /// <summary>True: an endpoint must take every parameter of the request.</summary>
    public bool RequireParameters { get; init; }

    /// <summary>True: nobody who stores prompts or trains on them.</summary>
    public bool DenyDataCollection { get; init; }

    /// <summary>True: only who retains nothing.</summary>
    public bool ZeroRetention { get; init; }

    /// <summary>True: only models whose answers may train others.</summary>
    public bool Distillable { get; init; }

    /// <summary>Empty: any.</summary>
    public ImmutableArray<string> Quantizations { get; init; } = [];

    /// <summary>Null: prices are balanced.</summary>
    public SortMetric? Sort { get; init; }

    /// <summary>Whether endpoints of all models are put in one order, instead of one model after the other.</summary>
    public bool AcrossModels { get; init; }

    /// <summary>Tokens a second.</summary>
    public PercentileBounds? MinThroughput { get; init; }

    /// <summary>Seconds to the first token.</summary>
    public PercentileBounds? MaxLatency { get; init; }

    public PriceCeiling? MaxPrice { get; init; }

    /// <summary>Null: as the server is set.</summary>
    public MidStreamPolicy? MidStream { get; init; }
}
