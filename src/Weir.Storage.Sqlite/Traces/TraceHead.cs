using Weir.Tracing.Model;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>A row of <c>traces</c> as lists begin with it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="TraceId">As sent.</param>
/// <param name="Project">The name of the project it is shown in.</param>
/// <param name="HasFailedTop">Of a list of failures: a span failed whose parent is not in the trace.</param>
internal readonly record struct TraceHead(long Id, TraceId TraceId, string Project, bool HasFailedTop = false);
