using System.Collections.Immutable;

namespace Weir.Tracing.Query;

/// <summary>One page of projects.</summary>
/// <param name="Projects">Oldest first.</param>
/// <param name="NextId">Where the next page starts, for <see cref="ProjectQuery.FromId"/>; null at the end.</param>
public sealed record ProjectPage(ImmutableArray<ProjectRow> Projects, long? NextId);
