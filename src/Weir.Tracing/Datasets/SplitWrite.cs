using System.Collections.Immutable;

namespace Weir.Tracing.Datasets;

/// <summary>A split that is to be made or changed, with the examples of one dataset that enter or leave it.</summary>
/// <param name="Split">As it is to be; a new one when its id is 0.</param>
/// <param name="DatasetId">The dataset of the examples.</param>
/// <param name="Added">Ids of examples that enter.</param>
/// <param name="Removed">Ids of examples that leave.</param>
public sealed record SplitWrite(SplitRow Split, long DatasetId, ImmutableArray<long> Added, ImmutableArray<long> Removed);
