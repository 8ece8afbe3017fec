using System.Collections.Immutable;

namespace Weir.Tracing.Query;

/// <summary>One page of sessions.</summary>
/// <param name="Sessions">At most as many as asked for.</param>
/// <param name="Next">For <see cref="SessionQuery.After"/>; null at the end. A page that takes long ends early.</param>
public sealed record SessionPage(ImmutableArray<StoredSession> Sessions, long? Next);
