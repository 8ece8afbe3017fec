using Weir.Tracing.Model;

namespace Weir.Tracing.Query;

/// <summary>A span as the store gives it back.</summary>
/// <param name="Id">Unique in the installation; grows in the order of storing.</param>
/// <param name="ProjectId">The project it is shown in, which is not the one it came with when it follows its trace.</param>
/// <param name="Row">What was stored; <see cref="SpanRow.Project"/> is the name of the project it is shown in.</param>
public sealed record StoredSpan(long Id, long ProjectId, SpanRow Row);
