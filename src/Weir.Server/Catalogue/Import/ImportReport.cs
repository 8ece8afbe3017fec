using System.Collections.Immutable;

namespace Weir.Server.Catalogue.Import;

/// <summary>What an import did; models are named by slug.</summary>
public sealed record ImportReport
{
    /// <summary>Slug of the provider that answers the models.</summary>
    public required string Provider { get; init; }

    /// <summary>Everything that was taken.</summary>
    public required int Models { get; init; }

    /// <summary>Not in the import before.</summary>
    public required ImmutableArray<string> New { get; init; }

    /// <summary>In the import before, with another price, limit or description.</summary>
    public required ImmutableArray<string> Changed { get; init; }

    /// <summary>In the import before and no longer there.</summary>
    public required ImmutableArray<string> Dropped { get; init; }

    public required ImmutableArray<SkippedModel> Skipped { get; init; }

    /// <summary>Why the provider does not answer yet; null: it does.</summary>
    public string? Off { get; init; }

    /// <summary>Where it was written; null: nothing was.</summary>
    public string? File { get; init; }
}
