namespace Weir.Server.Composition;

/// <summary>Holds the settings in force; read at each use, swapped whole.</summary>
internal sealed class SettingsState(ServerSettings first)
{
    private ServerSettings _current = first;

    public ServerSettings Current => Volatile.Read(ref _current);

    public void Swap(ServerSettings next) => Volatile.Write(ref _current, next);
}
