using System.Collections.Immutable;
using Weir.Server.Configuration;

namespace Weir.Server.Catalogue;

/// <summary>One file of the catalogue: providers and models as in <c>weir.json</c>, with the day and the page they were read from.</summary>
internal sealed record CatalogFile
{
    /// <summary>The day on which the prices were read.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The page or document they were read from.</summary>
    public string? Source { get; init; }

    public ImmutableArray<ProviderConfiguration> Providers { get; init; } = [];
    public ImmutableArray<ModelConfiguration> Models { get; init; } = [];
}
