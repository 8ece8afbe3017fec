using System.Collections.Immutable;
using Weir.Server.Catalogue;

namespace Weir.Server.Configuration;

/// <summary>Which providers are on: those of the file whose credential is there, and the built-in ones whose variable is set.</summary>
/// <param name="Providers">With their credentials resolved.</param>
/// <param name="Models">Of the file; then built-in and imported ones that the file does not describe.</param>
/// <param name="Warnings">One line each.</param>
public sealed record ProviderSelection(ImmutableArray<ProviderConfiguration> Providers, ImmutableArray<ModelConfiguration> Models, ImmutableArray<string> Warnings)
{
    private const string OpenRouterKeyPrefix = "sk-or-";

    /// <param name="configuration">What the file says.</param>
    /// <param name="environment">Reads a variable; null when it is unset.</param>
    /// <param name="imported">Models of imported documents.</param>
    public static ProviderSelection Of(WeirConfiguration configuration, Func<string, string?> environment, ImmutableArray<ModelConfiguration> imported) =>
        Of(configuration, environment, imported, ImmutableDictionary<string, ImmutableArray<Guid>>.Empty);

    /// <param name="configuration">What the file says.</param>
    /// <param name="environment">Reads a variable; null when it is unset.</param>
    /// <param name="imported">Models of imported documents.</param>
    /// <param name="owned">Providers that credentials are stored for, with the workspaces that may use them, empty for all.</param>
    public static ProviderSelection Of(
        WeirConfiguration configuration,
        Func<string, string?> environment,
        ImmutableArray<ModelConfiguration> imported,
        IReadOnlyDictionary<string, ImmutableArray<Guid>> owned)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        var on = ImmutableArray.CreateBuilder<ProviderConfiguration>();
        foreach (var provider in configuration.Providers)
        {
            // What a stored credential opens is not off.
            AddWhenKeyed(provider, environment, on, owned.ContainsKey(provider.Slug) ? ImmutableArray.CreateBuilder<string>() : warnings);
        }

        foreach (var provider in BuiltInOf(configuration))
        {
            AddBuiltIn(provider, environment, on, warnings);
        }

        AddOwned(KnownOf(configuration), owned, environment, on, warnings);
        var described = configuration.Models.Select(model => model.Slug).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new ProviderSelection(
            on.ToImmutable(),
            [.. configuration.Models, .. CatalogMerge.Add(BuiltInCatalog.Instance.Models, imported).Where(model => !described.Contains(model.Slug))],
            warnings.ToImmutable());
    }

    /// <summary>Every provider that models may name: those of the file, then the built-in ones that the file does not describe itself.</summary>
    public static ImmutableArray<ProviderConfiguration> KnownOf(WeirConfiguration configuration) => [.. configuration.Providers, .. BuiltInOf(configuration)];

    private static IEnumerable<ProviderConfiguration> BuiltInOf(WeirConfiguration configuration)
    {
        var fromFile = configuration.Providers.Select(provider => provider.Slug).ToHashSet(StringComparer.Ordinal);
        return BuiltInCatalog.Instance.Providers.Where(provider => !fromFile.Contains(provider.Slug));
    }

    // Off for want of a credential, and somebody has one: on for them.
    private static void AddOwned(
        ImmutableArray<ProviderConfiguration> known,
        IReadOnlyDictionary<string, ImmutableArray<Guid>> owned,
        Func<string, string?> environment,
        ImmutableArray<ProviderConfiguration>.Builder on,
        ImmutableArray<string>.Builder warnings)
    {
        foreach (var (slug, workspaces) in owned)
        {
            if (on.All(provider => provider.Slug != slug) && known.FirstOrDefault(provider => provider.Slug == slug) is { } provider)
            {
                var isBuiltIn = BuiltInCatalog.Instance.Providers.Contains(provider);
                on.Add(provider with { ApiKey = null, BaseUrl = isBuiltIn ? AddressOf(provider, environment) ?? provider.BaseUrl : provider.BaseUrl, ByokWorkspaces = workspaces });
                warnings.Add($"provider \"{slug}\" has no credential of the server's: it is on for requests with stored credentials (/api/v1/byok) alone.");
            }
        }
    }

    private static void AddWhenKeyed(
        ProviderConfiguration provider,
        Func<string, string?> environment,
        ImmutableArray<ProviderConfiguration>.Builder on,
        ImmutableArray<string>.Builder warnings)
    {
        if (provider.ApiKeyEnv is not { } variable)
        {
            // A signing proxy needs no credential; else AWS's own variables hold it.
            var isAws = provider is { Dialect: AwsEnvironment.Dialect, ApiKey: null };
            on.Add(isAws ? provider with { ApiKey = AwsEnvironment.Credential(environment) } : provider);
            return;
        }

        if (environment(variable) is { Length: > 0 } key)
        {
            on.Add(provider with { ApiKey = key });
            return;
        }

        warnings.Add($"{variable} is not set: provider \"{provider.Slug}\" is off. Set it, or take \"api_key_env\" out of weir.json.");
    }

    private static void AddBuiltIn(
        ProviderConfiguration provider,
        Func<string, string?> environment,
        ImmutableArray<ProviderConfiguration>.Builder on,
        ImmutableArray<string>.Builder warnings)
    {
        if (environment(provider.ApiKeyEnv!) is not { Length: > 0 } key)
        {
            return;
        }

        if (provider.Slug == "openai" && key.StartsWith(OpenRouterKeyPrefix, StringComparison.Ordinal))
        {
            warnings.Add("OPENAI_API_KEY holds an OpenRouter key (sk-or-…): it is not sent to OpenAI. Set OPENROUTER_API_KEY to use OpenRouter as a provider.");
            return;
        }

        if (AddressOf(provider, environment) is { } address)
        {
            on.Add(provider with { ApiKey = key, BaseUrl = address });
        }
        else
        {
            warnings.Add($"{provider.ApiKeyEnv} is set, but provider \"{provider.Slug}\" is off: {MissingAddress(provider)}");
        }
    }

    // Some clouds have an address for each region or customer, which their own variables name.
    private static Uri? AddressOf(ProviderConfiguration provider, Func<string, string?> environment) => provider.Dialect switch
    {
        AwsEnvironment.Dialect => AwsEnvironment.Address(environment),
        AzureEnvironment.Dialect => AzureEnvironment.Address(environment),
        _ => provider.BaseUrl,
    };

    private static string MissingAddress(ProviderConfiguration provider) => provider.Dialect == AwsEnvironment.Dialect
        ? "AWS_REGION is not the name of a region. Set it to one, for example us-east-1."
        : $"{AzureEnvironment.Endpoint} holds no http or https address. Set it to that of your resource, for example https://acme.openai.azure.com.";
}
