namespace Weir.Tracing.Model;

/// <summary>A span's status, with the numbers of the OpenTelemetry protocol.</summary>
public enum SpanStatus
{
    Unset = 0,
    Ok = 1,
    Error = 2,
}
