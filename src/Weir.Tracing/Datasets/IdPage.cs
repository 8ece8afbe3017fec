using System.Collections.Immutable;

namespace Weir.Tracing.Datasets;

/// <summary>Some items of a list that is ordered by id.</summary>
/// <param name="Items">At most as many as were asked for; fewer when their texts take some megabytes.</param>
/// <param name="Next">The id that the next page begins with; null when there is none.</param>
public sealed record IdPage<T>(ImmutableArray<T> Items, long? Next);
