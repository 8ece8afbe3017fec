using Weir.Server.Catalogue;
using Weir.Server.Composition;
using Weir.Server.Configuration;

namespace Weir.Server.Diagnosis;

/// <summary>Which providers are on, whether they can be reached, and what is charged nothing because it has no price.</summary>
internal static class ProviderCheck
{
    public static async Task ExamineAsync(
        WeirConfiguration configuration, WeirServerOptions options, List<Finding> findings, CancellationToken cancellationToken)
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
            findings.Add(await Connection.CanBeMadeAsync(provider.BaseUrl, cancellationToken)
                ? Good($"provider {provider.Slug}: {provider.BaseUrl} can be reached")
                : Wrong($"provider {provider.Slug}: {provider.BaseUrl} cannot be reached; check base_url, and that the server there is running"));
        }

        findings.AddRange(configuration.Models
            .SelectMany(model => model.Endpoints.Where(endpoint => !endpoint.HasPrice).Select(endpoint => (model, endpoint)))
            .Select(pair => Warning($"model {pair.model.Slug} at {pair.endpoint.Provider}: no pricing, so its use is charged $0; add \"pricing\": {{ \"prompt\": \"0.000001\", \"completion\": \"0.000002\" }}")));
    }

    private static Finding Good(string text) => new(FindingSeverity.Good, text);

    private static Finding Warning(string text) => new(FindingSeverity.Warning, text);

    private static Finding Wrong(string text) => new(FindingSeverity.Wrong, text);
}
