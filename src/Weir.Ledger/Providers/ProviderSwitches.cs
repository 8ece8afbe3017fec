using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Weir.Ledger.Providers;

/// <summary>Which providers are switched off: in memory for every request, and in the settings of the ledger, so that a restart changes nothing.</summary>
/// <remarks>
/// A provider stays switched off while the configuration loses and regains it. Read once a request; written by one caller at a time. Bounded by
/// <see cref="Most"/>.
/// </remarks>
public sealed class ProviderSwitches(ILedgerStore store) : IDisposable
{
    /// <summary>The setting that keeps them.</summary>
    public const string Setting = "providers_off";

    /// <summary>More providers than a catalogue has.</summary>
    public const int Most = 1_000;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private FrozenDictionary<string, ProviderSwitch> _off = FrozenDictionary<string, ProviderSwitch>.Empty;

    /// <summary>Those that are off, by slug.</summary>
    public FrozenDictionary<string, ProviderSwitch> Off => Volatile.Read(ref _off);

    /// <summary>Takes up what the ledger holds.</summary>
    /// <exception cref="FormatException">It is damaged.</exception>
    public async Task LoadAsync(CancellationToken cancellationToken) =>
        Swap(ProviderSwitchesJson.Read(await store.ReadSettingAsync(Setting, cancellationToken)));

    /// <summary>Switches a provider off, or changes why it is off. In force, and durable, when it returns.</summary>
    /// <exception cref="IOException">It could not be stored; nothing changed.</exception>
    /// <exception cref="InvalidOperationException">There are <see cref="Most"/> already.</exception>
    public Task SwitchOffAsync(ProviderSwitch off, CancellationToken cancellationToken) =>
        ChangeAsync(
            before => before.Count < Most || before.ContainsKey(off.Provider)
                ? [.. before.Values.Where(one => one.Provider != off.Provider), off]
                : throw new InvalidOperationException($"{Most} providers are switched off already."),
            cancellationToken);

    /// <summary>Switches a provider on again. In force, and durable, when it returns.</summary>
    /// <exception cref="IOException">It could not be stored; nothing changed.</exception>
    public Task SwitchOnAsync(string provider, CancellationToken cancellationToken) =>
        ChangeAsync(before => [.. before.Values.Where(one => one.Provider != provider)], cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task ChangeAsync(Func<FrozenDictionary<string, ProviderSwitch>, ImmutableArray<ProviderSwitch>> change, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var next = change(Off);

            // Durable first: what a restart would take back is never in force.
            await store.WriteSettingAsync(Setting, ProviderSwitchesJson.Write(next), cancellationToken);
            Swap(next);
        }
        finally
        {
            _ = _gate.Release();
        }
    }

    private void Swap(ImmutableArray<ProviderSwitch> all) =>
        Volatile.Write(ref _off, all.ToFrozenDictionary(one => one.Provider, StringComparer.Ordinal));
}
