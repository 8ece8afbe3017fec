using Weir.Tracing.Model;

namespace Weir.Server.Seeding;

/// <summary>Where a call stands: whose it is, and in which trace.</summary>
internal sealed record SeedPlace
{
    public required SeedCaller By { get; init; }
    public required TraceId Trace { get; init; }
    public SpanId? Parent { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? Session { get; init; }
    public string? User { get; init; }
}
