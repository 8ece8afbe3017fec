using Weir.Ledger.Sessions;
using Weir.Server.Auth;
using Weir.Server.Endpoints.Console;

namespace Weir.Server.Composition;

/// <summary>What the console is made of: who is signed in, under which names it answers now, and its files.</summary>
internal sealed record ConsoleParts(SessionRegistrar Sessions, SettingsState Settings, OidcParts Oidc, Func<string, string?> Environment, ConsoleAssets Assets, string? ConfigFile)
{
    public ConsoleHosts Hosts() => Settings.Current.ConsoleHosts;
}
