using Weir.Tracing.Model;

namespace Weir.Tracing.Query;

/// <summary>What makes a span one span: two traces may use the same span id, and two workspaces the same trace id.</summary>
public readonly record struct SpanKey(Guid WorkspaceId, TraceId TraceId, SpanId SpanId);
