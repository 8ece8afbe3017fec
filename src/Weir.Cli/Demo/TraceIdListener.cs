using System.Diagnostics;

namespace Weir.Cli.Demo;

/// <summary>Learns the trace id of the call, which the instrumentation's activity knows.</summary>
internal sealed class TraceIdListener : IDisposable
{
    private readonly ActivityListener _listener;

    public TraceIdListener()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Weir.OpenInference", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
            ActivityStarted = activity => TraceId ??= activity.TraceId.ToHexString(),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public string? TraceId { get; private set; }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();
}
