namespace Weir.Server.Tests.Testing;

/// <summary>The system's clock, put forward when a test says so.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
}
