namespace Weir.Simulator.Delivery;

/// <summary>Holds tokens back to a set pace, against the time of the first one, so that waits that run long do not add up.</summary>
internal sealed class Pacer(TimeProvider clock, double? tokensPerSecond)
{
    private readonly long _start = clock.GetTimestamp();

    public Task WaitForAsync(int tokenCount, CancellationToken ct)
    {
        if (tokensPerSecond is not { } pace || tokenCount == 0)
        {
            return Task.CompletedTask;
        }

        var wait = TimeSpan.FromSeconds(tokenCount / pace) - clock.GetElapsedTime(_start);
        return wait > TimeSpan.Zero ? Task.Delay(wait, clock, ct) : Task.CompletedTask;
    }
}
