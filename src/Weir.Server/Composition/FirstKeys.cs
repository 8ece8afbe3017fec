using Weir.Ledger.Keys;
using Weir.Server.Configuration;
using Weir.Storage.Sqlite.Ledger;

namespace Weir.Server.Composition;

/// <summary>Sees to it that somebody can sign in: the management key of the environment, or two new keys at the first start.</summary>
internal static class FirstKeys
{
    private const string Variable = "WEIR_MANAGEMENT_KEY";

    // The hash of the key that the environment set last: a changed value replaces it.
    private const string Setting = "environment_management_key";
    private const string StartedSetting = "first_start";

    /// <returns>Whether two new keys were made and announced.</returns>
    public static async Task<bool> EnsureAsync(SqliteLedgerStore ledger, KeyRegistrar registrar, WeirServerOptions options, CancellationToken cancellationToken)
    {
        await registrar.RefreshAsync(cancellationToken);
        var isFirstStart = await ledger.ReadSettingAsync(StartedSetting, cancellationToken) is null;
        if (options.Environment(Variable) is { Length: > 0 } key)
        {
            await UseEnvironmentAsync(key, ledger, registrar, cancellationToken);
            await ledger.WriteSettingAsync(StartedSetting, "done", cancellationToken);
            return false;
        }

        await ForgetEnvironmentAsync(ledger, registrar, cancellationToken);
        if (isFirstStart)
        {
            var (_, management) = await registrar.CreateAsync(new KeyDraft { Name = "First management key", Kind = KeyKind.Management }, cancellationToken);
            var (_, inference) = await registrar.CreateAsync(new KeyDraft { Name = "First inference key" }, cancellationToken);
            await ledger.WriteSettingAsync(StartedSetting, "done", cancellationToken);
            options.Announce($"management key: {management}");
            options.Announce($"inference key: {inference}");
        }

        return isFirstStart;
    }

    private static async Task UseEnvironmentAsync(string key, SqliteLedgerStore ledger, KeyRegistrar registrar, CancellationToken cancellationToken)
    {
        if (!KeyText.IsWellFormed(key))
        {
            throw new ConfigurationException([$"{Variable} is not a key: it must be {KeyText.Prefix} and 64 lowercase hex characters, for example the output of: echo {KeyText.Prefix}$(openssl rand -hex 32)"]);
        }

        var hash = KeyHash.Of(key).ToString();
        if (await ledger.ReadSettingAsync(Setting, cancellationToken) == hash)
        {
            return;
        }

        await ForgetEnvironmentAsync(ledger, registrar, cancellationToken);
        _ = await registrar.AddAsync(new KeyDraft { Name = $"{Variable}", Kind = KeyKind.Management }, key, cancellationToken);
        await ledger.WriteSettingAsync(Setting, hash, cancellationToken);
    }

    // "Accepted while set": a start without the variable takes its key back.
    private static async Task ForgetEnvironmentAsync(SqliteLedgerStore ledger, KeyRegistrar registrar, CancellationToken cancellationToken)
    {
        if (await ledger.ReadSettingAsync(Setting, cancellationToken) is { Length: > 0 } old && KeyHash.TryParse(old, out var hash))
        {
            await registrar.DeleteAsync(hash, cancellationToken);
            await ledger.WriteSettingAsync(Setting, "", cancellationToken);
        }
    }
}
