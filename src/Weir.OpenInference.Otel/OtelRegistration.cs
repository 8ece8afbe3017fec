using System.Runtime.InteropServices;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Weir.OpenInference.Otel;

/// <summary>A running tracer provider; disposing it sends what is left and stops it.</summary>
/// <remarks>
/// It also sends what is left when the process exits, crashes or is asked to stop (SIGTERM, SIGINT), so that a program that ends at
/// once loses nothing. Two registrations are two listeners: each span goes to both.
/// </remarks>
public sealed class OtelRegistration : IDisposable
{
    // Longer than a healthy collector needs, shorter than the patience of whoever stops the process.
    private const int ExitFlushMilliseconds = 5000;

    private readonly IDisposable _suppressionProbe;
    private readonly List<PosixSignalRegistration> _signals = [];
    private int _isDisposed;

    internal OtelRegistration(TracerProvider provider)
    {
        TracerProvider = provider;
        _suppressionProbe = OpenInferenceContext.AddSuppressionProbe(static () => Sdk.SuppressInstrumentation);
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        AppDomain.CurrentDomain.UnhandledException += OnExit; // a crash raises no ProcessExit, and its trace is the one to see
        FlushOn(PosixSignal.SIGTERM);
        FlushOn(PosixSignal.SIGINT);
    }

    /// <summary>The provider, for what OpenTelemetry's own interface can do with it. Owned by this registration.</summary>
    public TracerProvider TracerProvider { get; }

    /// <summary>Sends what has ended so far and waits for it.</summary>
    /// <param name="timeout">How long to wait; null means as long as it takes.</param>
    /// <returns>True if all was sent in time.</returns>
    public bool ForceFlush(TimeSpan? timeout = null) =>
        TracerProvider.ForceFlush(timeout is { } limit ? (int)limit.TotalMilliseconds : Timeout.Infinite);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        AppDomain.CurrentDomain.UnhandledException -= OnExit;
        _signals.ForEach(static signal => signal.Dispose());
        _suppressionProbe.Dispose();
        TracerProvider.Dispose();
    }

    private void OnExit(object? sender, EventArgs e) => TracerProvider.ForceFlush(ExitFlushMilliseconds);

    // Since .NET 10 the runtime raises ProcessExit for no signal; the handler leaves the signal's own effect alone.
    private void FlushOn(PosixSignal signal)
    {
        try
        {
            _signals.Add(PosixSignalRegistration.Create(signal, _ => TracerProvider.ForceFlush(ExitFlushMilliseconds)));
        }
        catch (PlatformNotSupportedException)
        {
            // Without signals there is nothing to listen to.
        }
    }
}
