using System.Collections.Immutable;

namespace Weir.Gateway.Catalog;

/// <summary>What an endpoint that makes images can be asked.</summary>
public sealed record ImageAbility
{
    /// <summary>Parameters of the images API, in name order; one that is not here cannot be asked.</summary>
    public ImmutableSortedDictionary<string, ParameterRange> Parameters { get; init; } = ImmutableSortedDictionary<string, ParameterRange>.Empty;

    /// <summary>Parameters of the provider's own API that pass through.</summary>
    public ImmutableArray<string> PassthroughParameters { get; init; } = [];

    public bool Streams { get; init; }
}
