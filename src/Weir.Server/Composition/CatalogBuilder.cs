using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Routing;
using Weir.Providers;
using Weir.Server.Configuration;
using Weir.Simulator;

namespace Weir.Server.Composition;

/// <summary>Makes the catalogue in force from the providers that are on.</summary>
internal static class CatalogBuilder
{
    /// <param name="selection">Providers and models.</param>
    /// <param name="defaultModel">Model of requests that name none.</param>
    /// <param name="routing">What holds for the routing of every request.</param>
    /// <param name="since">When models appeared that do not say when they came out; the same at every start.</param>
    /// <param name="warnings">Receives a line for each model that nobody can answer.</param>
    public static CatalogSnapshot Build(ProviderSelection selection, string? defaultModel, RoutingDefaults routing, DateTimeOffset since, ICollection<string> warnings)
    {
        var providers = selection.Providers.ToDictionary(provider => provider.Slug, EntryOf, StringComparer.Ordinal);
        var models = ImmutableArray.CreateBuilder<ModelEntry>();
        foreach (var model in selection.Models)
        {
            var served = model.Endpoints.Where(endpoint => providers.ContainsKey(endpoint.Provider)).ToImmutableArray();
            var endpoints = served
                .Select(endpoint => EntryOf(endpoint, providers[endpoint.Provider], model))
                .ToImmutableArray();
            if (!endpoints.IsEmpty)
            {
                models.Add(EntryOf(model, endpoints, since) with { Workspaces = WorkspacesOf(model, served, selection) });
            }
        }

        if (defaultModel is not null && !models.Any(model => string.Equals(model.Slug, defaultModel, StringComparison.OrdinalIgnoreCase)))
        {
            warnings.Add($"defaults.model \"{defaultModel}\" has no provider that is on: requests must name a model.");
            defaultModel = null;
        }

        return new CatalogSnapshot(models.ToImmutable(), defaultModel) { Routing = routing };
    }

    /// <summary>The catalogue of a server with no provider at all: the simulator's models.</summary>
    public static CatalogSnapshot OfSimulator(Uri address, DateTimeOffset since)
    {
        var provider = new ProviderEntry
        {
            Slug = "simulator",
            Name = "Simulator",
            Dialect = ProviderRegistry.Find("openai")!,
            BaseUrl = new Uri(address, "v1/"),
            DataPolicy = new DataPolicy { Zdr = true },
            TakesSimulatorHeaders = true,
        };
        return new CatalogSnapshot([.. SimulatorCatalog.Models.Select(model => SimulatorModels.EntryOf(model, provider, since))], defaultModel: null);
    }

    // What only stored credentials open is not shown to workspaces that have none.
    private static ImmutableArray<Guid> WorkspacesOf(ModelConfiguration model, ImmutableArray<EndpointConfiguration> served, ProviderSelection selection)
    {
        var owners = served.Select(endpoint => selection.Providers.First(provider => provider.Slug == endpoint.Provider).ByokWorkspaces).ToArray();
        if (owners.Any(workspaces => workspaces is not { IsEmpty: false }))
        {
            return model.Workspaces;
        }

        var all = owners.SelectMany(workspaces => workspaces!.Value).Distinct().ToImmutableArray();
        var shared = model.Workspaces.IsEmpty ? all : [.. all.Where(workspace => model.Workspaces.Contains(workspace))];
        return shared.IsEmpty ? model.Workspaces : shared;
    }

    private static ProviderEntry EntryOf(ProviderConfiguration provider) => new()
    {
        Slug = provider.Slug,
        Name = provider.Name,
        Dialect = ProviderRegistry.Find(provider.Dialect, provider.Slug, provider.BaseUrl)!,
        BaseUrl = provider.BaseUrl,
        ApiKey = provider.ApiKey,
        IsByokOnly = provider.ByokWorkspaces is not null,
        Headers = provider.Headers,
        SupportsCancellation = provider.SupportsCancellation,
        DataPolicy = provider.DataPolicy,
        Profile = provider.Profile,
        Timeouts = provider.Timeouts,
    };

    private static EndpointEntry EntryOf(EndpointConfiguration endpoint, ProviderEntry provider, ModelConfiguration model) => new()
    {
        Provider = provider,
        UpstreamModel = endpoint.UpstreamModel,
        Tag = endpoint.Tag ?? (endpoint.ServiceTier is { } tier ? $"{provider.Slug}/{tier}" : provider.Slug),
        ServiceTier = endpoint.ServiceTier,
        Price = endpoint.Price,
        ContextLength = endpoint.ContextLength ?? model.ContextLength,
        MaxCompletionTokens = endpoint.MaxCompletionTokens,
        MaxPromptTokens = endpoint.MaxPromptTokens,
        Quantization = endpoint.Quantization,
        SupportedParameters = endpoint.SupportedParameters,
        IsModerated = endpoint.IsModerated,
        SupportsImplicitCaching = endpoint.SupportsImplicitCaching,
        SupportsVoiceCloning = endpoint.SupportsVoiceCloning,
        Prefill = endpoint.Prefill,
        Image = endpoint.Image,
    };

    private static ModelEntry EntryOf(ModelConfiguration model, ImmutableArray<EndpointEntry> endpoints, DateTimeOffset since) => new()
    {
        Slug = model.Slug,
        Permaslug = model.Permaslug,
        Aliases = model.Aliases,
        Name = model.Name,
        Created = model.Created ?? since,
        ContextLength = model.ContextLength,
        InputModalities = model.InputModalities,
        OutputModalities = model.OutputModalities,
        Tokenizer = model.Tokenizer,
        Card = model.Card,
        Workspaces = model.Workspaces,
        Endpoints = endpoints,
    };
}
