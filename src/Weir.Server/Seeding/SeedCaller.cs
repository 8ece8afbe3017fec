using Weir.Ledger.Apps;
using Weir.Ledger.Keys;

namespace Weir.Server.Seeding;

/// <summary>A key with the application that calls with it.</summary>
/// <param name="Key">As the ledger has it.</param>
/// <param name="App">Whose it is.</param>
/// <param name="Weight">How much it calls, in relation to others.</param>
/// <param name="IsByok">Whether its calls are billed to a credential of somebody's own.</param>
internal sealed record SeedCaller(KeyRow Key, SeedApp App, double Weight, bool IsByok)
{
    public AppAttribution? Attribution { get; } = AppAttribution.Of(App.Url, App.Title, categories: null);

    public Caller Caller { get; } = new(Key, new SpendState(default, DateOnly.FromDateTime(Key.CreatedAt.UtcDateTime)));
}
