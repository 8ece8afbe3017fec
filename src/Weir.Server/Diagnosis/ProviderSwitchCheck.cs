using System.Globalization;
using Weir.Ledger.Providers;
using Weir.Storage.Sqlite.Ledger;

namespace Weir.Server.Diagnosis;

/// <summary>Says which providers somebody has switched off: a provider that is configured and reachable may be asked nothing all the same.</summary>
internal static class ProviderSwitchCheck
{
    public static void Examine(string folder, List<Finding> findings)
    {
        try
        {
            // What cannot be read at all, the check of the ledger has said.
            foreach (var off in ProviderSwitchesJson.Read(SqliteEntryStore.TryReadSetting(folder, ProviderSwitches.Setting, out _)))
            {
                findings.Add(new Finding(FindingSeverity.Warning, Describe(off)));
            }
        }
        catch (FormatException damaged)
        {
            findings.Add(new Finding(FindingSeverity.Wrong, $"providers: {damaged.Message}"));
        }
    }

    private static string Describe(ProviderSwitch off)
    {
        var since = off.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var reason = off.Reason is null ? "" : $" (\"{off.Reason}\")";
        return $"provider {off.Provider}: switched off since {since} UTC by {off.Actor}{reason}, so no request is routed to it; PATCH /api/weir/providers/{off.Provider} with {{\"enabled\":true}} switches it on";
    }
}
