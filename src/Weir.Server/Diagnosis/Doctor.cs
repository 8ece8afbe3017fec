using System.Net.Sockets;
using Weir.Server.Catalogue;
using Weir.Server.Composition;
using Weir.Server.Configuration;

namespace Weir.Server.Diagnosis;

/// <summary>Says what is configured, reachable and wrong, one line each, with the fix. Changes nothing.</summary>
public static class Doctor
{
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(3);

    /// <summary>Looks at everything a start would use.</summary>
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(WeirServerOptions options, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        if (ReadConfiguration(options, findings) is { } configuration)
        {
            await ExamineProvidersAsync(configuration, options, findings, cancellationToken);
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

    private static async Task ExamineProvidersAsync(WeirConfiguration configuration, WeirServerOptions options, List<Finding> findings, CancellationToken cancellationToken)
    {
        var imported = new ImportedFiles(options.DataFolder).ReadAll(ProviderSelection.KnownOf(configuration), warning => findings.Add(Warning(warning)));
        var selection = ProviderSelection.Of(configuration, options.Environment, imported);
        findings.AddRange(selection.Warnings.Select(Warning));
        if (selection.Providers.IsEmpty)
        {
            findings.Add(configuration.Providers.IsEmpty
                ? Good("providers: none; serve offers the built-in simulator. Set OPENAI_API_KEY or write a weir.json for a real one")
                : Wrong("providers: none is on, so no model can be called; see the warnings above"));
        }

        foreach (var provider in selection.Providers)
        {
            findings.Add(await CanConnectAsync(provider.BaseUrl, cancellationToken)
                ? Good($"provider {provider.Slug}: {provider.BaseUrl} can be reached")
                : Wrong($"provider {provider.Slug}: {provider.BaseUrl} cannot be reached; check base_url, and that the server there is running"));
        }

        findings.AddRange(configuration.Models
            .SelectMany(model => model.Endpoints.Where(endpoint => !endpoint.HasPrice).Select(endpoint => (model, endpoint)))
            .Select(pair => Warning($"model {pair.model.Slug} at {pair.endpoint.Provider}: no pricing, so its use is charged $0; add \"pricing\": {{ \"prompt\": \"0.000001\", \"completion\": \"0.000002\" }}")));
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

            findings.Add(await CanConnectAsync(address, cancellationToken)
                ? Warning($"address {url}: something listens there already; if it is not this Weir, serve with --urls http://127.0.0.1:PORT")
                : Good($"address {url}: free"));
        }
    }

    private static async Task<bool> CanConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(ConnectPatience);
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, deadline.Token);
            return true;
        }
        catch (Exception failure) when (failure is SocketException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    private static Finding Good(string text) => new(FindingSeverity.Good, text);

    private static Finding Warning(string text) => new(FindingSeverity.Warning, text);

    private static Finding Wrong(string text) => new(FindingSeverity.Wrong, text);
}
