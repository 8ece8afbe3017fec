using System.Collections.Immutable;

namespace Weir.Server.Configuration;

/// <summary>Which providers are on: those of the file whose credential is there, and the built-in ones whose variable is set.</summary>
/// <param name="Providers">With their credentials resolved.</param>
/// <param name="Models">Of the file, then built-in ones that the file does not describe.</param>
/// <param name="Warnings">One line each.</param>
public sealed record ProviderSelection(ImmutableArray<ProviderConfiguration> Providers, ImmutableArray<ModelConfiguration> Models, ImmutableArray<string> Warnings)
{
    private const string OpenRouterKeyPrefix = "sk-or-";

    /// <param name="configuration">What the file says.</param>
    /// <param name="environment">Reads a variable; null when it is unset.</param>
    public static ProviderSelection Of(WeirConfiguration configuration, Func<string, string?> environment)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        var on = ImmutableArray.CreateBuilder<ProviderConfiguration>();
        foreach (var provider in configuration.Providers)
        {
            AddWhenKeyed(provider, environment, on, warnings);
        }

        var fromFile = configuration.Providers.Select(provider => provider.Slug).ToHashSet(StringComparer.Ordinal);
        foreach (var provider in BuiltInCatalog.Providers.Where(provider => !fromFile.Contains(provider.Slug)))
        {
            AddBuiltIn(provider, environment, on, warnings);
        }

        var described = configuration.Models.Select(model => model.Slug).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new ProviderSelection(
            on.ToImmutable(),
            [.. configuration.Models, .. BuiltInCatalog.Models.Where(model => !described.Contains(model.Slug))],
            warnings.ToImmutable());
    }

    private static void AddWhenKeyed(
        ProviderConfiguration provider,
        Func<string, string?> environment,
        ImmutableArray<ProviderConfiguration>.Builder on,
        ImmutableArray<string>.Builder warnings)
    {
        if (provider.ApiKeyEnv is not { } variable)
        {
            on.Add(provider);
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

        if (provider.BaseUrlEnv is not { } variable)
        {
            on.Add(provider with { ApiKey = key });
        }
        else if (Uri.TryCreate(environment(variable), UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            on.Add(provider with { ApiKey = key, BaseUrl = address });
        }
        else
        {
            warnings.Add(
                $"{provider.ApiKeyEnv} is set, but {variable} holds no http or https address: provider \"{provider.Slug}\" is off. "
                + "Set it, for example to https://acme.openai.azure.com.");
        }
    }
}
