using System.Collections.Immutable;
using System.Diagnostics.Metrics;

namespace Weir.Server.Composition;

/// <summary>Holds the newest <see cref="ReloadReport"/>, and shows it as metrics.</summary>
internal sealed class ReloadState : IDisposable
{
    private readonly Meter _meter;
    private ReloadReport _current;

    public ReloadState(DateTimeOffset startedAt)
    {
        _current = new ReloadReport { ReadAt = startedAt };

        // The full names begin with the meter's: weir_config_reload_failed.
        _meter = new Meter(new MeterOptions("Weir.Config") { Scope = this });
        _ = _meter.CreateObservableGauge("reload.failed", () => Current.Errors.IsEmpty ? 0 : 1, description: "1 while weir.json as it is now cannot be used and the last good one is in force.");
        _ = _meter.CreateObservableGauge("reload.success.timestamp", () => Current.ReadAt.ToUnixTimeSeconds(), "s", "When the weir.json in force was read, Unix time.");
    }

    public ReloadReport Current => Volatile.Read(ref _current);

    public void Succeeded(DateTimeOffset at, ImmutableArray<string> afterRestart) =>
        Volatile.Write(ref _current, new ReloadReport { ReadAt = at, AfterRestart = afterRestart });

    public void Failed(IEnumerable<string> errors) => Volatile.Write(ref _current, Current with { Errors = [.. errors] });

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
