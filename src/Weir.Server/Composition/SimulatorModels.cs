using System.Globalization;
using Weir.Gateway.Catalog;
using Weir.Ledger.Pricing;
using Weir.Simulator;

namespace Weir.Server.Composition;

/// <summary>Shows the simulator's models as catalogue entries.</summary>
internal static class SimulatorModels
{
    /// <summary>One to try first.</summary>
    public const string Sample = "meta-llama/llama-3.1-8b-instruct:free";

    /// <summary>Whether the simulator answers everything, because no provider is configured.</summary>
    public static bool AreAll(CatalogSnapshot catalog) =>
        !catalog.Models.IsEmpty && catalog.Models.All(model => model.Endpoints.All(endpoint => endpoint.Provider.TakesSimulatorHeaders));

    public static ModelEntry EntryOf(SimulatorModel model, ProviderEntry provider, DateTimeOffset since) => new()
    {
        Slug = model.Id,
        Name = model.Name,
        Created = since,
        ContextLength = SimulatorCatalog.ContextLength,
        Card = new ModelCard { Description = model.Description },
        InputModalities = model.InputModalities,
        OutputModalities = model.OutputModalities,
        Endpoints =
        [
            new EndpointEntry
            {
                Provider = provider,
                UpstreamModel = model.Id,
                Price = PriceOf(model),
                ContextLength = SimulatorCatalog.ContextLength,
                Prefill = true,
            },
        ],
    };

    // A voice is paid by the character.
    private static Price PriceOf(SimulatorModel model) => model.Kind == SimulatorModelKind.Speech
        ? new Price { Character = Dollars(model.PromptPrice) }
        : new Price { Prompt = Dollars(model.PromptPrice), Completion = Dollars(model.CompletionPrice) };

    private static decimal Dollars(string price) => decimal.Parse(price, CultureInfo.InvariantCulture);
}
