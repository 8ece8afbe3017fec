using System.Collections.Immutable;
using Weir.Gateway.Catalog;

namespace Weir.Gateway.Routing;

/// <summary>A model that may answer, and what its name in the request adds to the preferences.</summary>
internal sealed record ModelChoice(ModelEntry Model)
{
    /// <summary>Of the variants in its name; null: none says.</summary>
    public SortMetric? Sort { get; init; }

    public bool AdmitsPriority { get; init; }
    public bool AdmitsFlex { get; init; }

    /// <summary>Whether only endpoints that cost nothing may answer.</summary>
    public bool FreeOnly { get; init; }

    /// <summary>Members that this model is asked with instead of the request's own.</summary>
    public ImmutableArray<RequestChange> Changes { get; init; } = [];
}
