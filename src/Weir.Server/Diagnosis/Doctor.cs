using Weir.Server.Composition;
using Weir.Server.Configuration;

namespace Weir.Server.Diagnosis;

/// <summary>Says what is configured, reachable and wrong, one line each, with the fix. Changes nothing.</summary>
public static class Doctor
{
    /// <summary>Looks at everything a start would use.</summary>
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(WeirServerOptions options, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        if (ReadConfiguration(options, findings) is { } configuration)
        {
            await ProviderCheck.ExamineAsync(configuration, options, findings, cancellationToken);
            await ExamineOthersAsync(configuration, options, findings, cancellationToken);
        }

        ExamineManagementKey(options, findings);
        DataFolderCheck.Examine(options.DataFolder, findings);
        LedgerCheck.Examine(options.DataFolder, findings);
        ProviderSwitchCheck.Examine(options.DataFolder, findings);
        await ExamineAddressesAsync(options, findings, cancellationToken);
        return findings;
    }

    private static WeirConfiguration? ReadConfiguration(WeirServerOptions options, List<Finding> findings)
    {
        if (options.ConfigFile is not { } file || (!options.IsConfigFileRequired && !File.Exists(file)))
        {
            findings.Add(Good("configuration: no weir.json; providers come from the environment"));
            return new WeirConfiguration();
        }

        try
        {
            var configuration = ConfigurationReader.ReadFile(file);
            findings.Add(Good($"configuration: {file}: {configuration.Providers.Length} providers, {configuration.Models.Length} models"));
            if (configuration.Mode != ServerMode.Full)
            {
                findings.Add(Warning(configuration.Mode == ServerMode.Bare
                    ? "mode bare: whoever is on this machine calls without a key, and nothing is charged or kept; \"full\" is the default"
                    : "mode governed: calls leave no trace; \"full\" is the default"));
            }

            return configuration;
        }
        catch (ConfigurationException wrong)
        {
            findings.AddRange(wrong.Errors.Select(error => Wrong($"configuration: {file}: {error}")));
            return null;
        }
    }

    private static async Task ExamineOthersAsync(
        WeirConfiguration configuration, WeirServerOptions options, List<Finding> findings, CancellationToken cancellationToken)
    {
        if (configuration.Oidc is { } oidc)
        {
            await IdentityProviderCheck.ExamineAsync(oidc, options, findings, cancellationToken);
        }

        if (configuration.Notifications?.Mail is { } mail)
        {
            await MailServerCheck.ExamineAsync(mail, options, findings, cancellationToken);
        }
    }

    private static void ExamineManagementKey(WeirServerOptions options, List<Finding> findings)
    {
        if (options.Environment("WEIR_MANAGEMENT_KEY") is { Length: > 0 } key && !Ledger.Keys.KeyText.IsWellFormed(key))
        {
            findings.Add(Wrong("WEIR_MANAGEMENT_KEY: must be sk-or-v1- and 64 lowercase hex characters; make one with: echo sk-or-v1-$(openssl rand -hex 32)"));
        }
    }

    private static async Task ExamineAddressesAsync(WeirServerOptions options, List<Finding> findings, CancellationToken cancellationToken)
    {
        foreach (var url in options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
            {
                findings.Add(Wrong($"address {url}: is not an address; for example http://127.0.0.1:8400"));
                continue;
            }

            findings.Add(await Connection.CanBeMadeAsync(address, cancellationToken)
                ? Warning($"address {url}: something listens there already; if it is not this Weir, serve with --urls http://127.0.0.1:PORT")
                : Good($"address {url}: free"));
        }
    }

    private static Finding Good(string text) => new(FindingSeverity.Good, text);

    private static Finding Warning(string text) => new(FindingSeverity.Warning, text);

    private static Finding Wrong(string text) => new(FindingSeverity.Wrong, text);
}
