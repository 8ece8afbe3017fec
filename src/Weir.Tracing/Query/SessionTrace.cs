using Weir.Tracing.Model;

namespace Weir.Tracing.Query;

/// <summary>A trace of a session.</summary>
/// <param name="Id">Unique in the installation.</param>
/// <param name="TraceId">Its id.</param>
/// <param name="StartUnixNanos">When its earliest span began, by the sender's clock.</param>
/// <param name="EndUnixNanos">When its latest span ended.</param>
public sealed record SessionTrace(long Id, TraceId TraceId, long StartUnixNanos, long EndUnixNanos);
