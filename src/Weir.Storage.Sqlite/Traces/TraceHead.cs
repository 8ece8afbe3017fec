using Weir.Tracing.Model;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>A row of <c>traces</c> as lists begin with it.</summary>
internal readonly record struct TraceHead(long Id, TraceId TraceId, string Project);
