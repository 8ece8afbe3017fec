using System.Text.Json;
using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.AzureOpenAi;

/// <summary>Credentials of somebody's own for Azure: each names the resource that it is good for.</summary>
/// <remarks>
/// <code>
/// [{"api_key":"…","resource_name":"acme","resource_type":"openai"}]                             openai | ai_foundry
/// [{"model_slug":"openai/gpt-4o","endpoint_url":"https://acme.openai.azure.com/openai/deployments/d/chat/completions?api-version=V","api_key":"…","model_id":"d"}]
/// </code>
/// Whoever stores a credential chooses where prompts go, so an address must be one of Azure's own: nothing else is reached from here by a stored text.
/// </remarks>
internal static class AzureCredential
{
    private const int LongestResource = 64;
    private const string Completions = "/chat/completions";
    private static readonly string[] Clouds = [".azure.com", ".azure.us", ".azure.cn"];

    /// <exception cref="TranslationException">It is in neither form, or none of its entries is for the model.</exception>
    public static ProviderEntry Accept(ProviderEntry provider, string model, string credential)
    {
        var text = credential.Trim();
        if (!text.StartsWith('['))
        {
            return provider.BaseUrl.IdnHost == "openai.azure.com"
                ? throw new TranslationException("its credential names no resource. Store it as [{\"api_key\":…,\"resource_name\":…,\"resource_type\":\"openai\"}].")
                : provider with { ApiKey = text };
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            foreach (var entry in document.RootElement.EnumerateArray())
            {
                if (entry.Text("model_slug") is not { } only || string.Equals(only, model, StringComparison.OrdinalIgnoreCase))
                {
                    return provider with { ApiKey = entry.Text("api_key") ?? throw Unusable(), BaseUrl = AddressOf(entry), Headers = [] };
                }
            }
        }
        catch (JsonException)
        {
            throw Unusable();
        }

        throw new TranslationException($"its credential has no entry for {model}.");
    }

    private static Uri AddressOf(JsonElement entry) => entry.Text("resource_name") is { } resource
        ? OfResource(resource, entry.Text("resource_type") ?? "openai")
        : OfEndpoint(entry.Text("endpoint_url") ?? throw Unusable(), entry.Text("model_id"));

    private static Uri OfResource(string name, string type)
    {
        if (name.Length > LongestResource || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
        {
            throw Unusable();
        }

        return type switch
        {
            "openai" => new Uri($"https://{name}.openai.azure.com/"),
            "ai_foundry" => new Uri($"https://{name}.services.ai.azure.com/"),
            _ => throw Unusable(),
        };
    }

    private static Uri OfEndpoint(string url, string? deployment)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps || !address.IsDefaultPort || address.UserInfo.Length > 0
            || !Array.Exists(Clouds, cloud => address.IdnHost.EndsWith(cloud, StringComparison.OrdinalIgnoreCase)))
        {
            throw Unusable();
        }

        var path = address.AbsolutePath.TrimEnd('/');
        path = path.EndsWith(Completions, StringComparison.OrdinalIgnoreCase) ? path[..^Completions.Length] : path;
        path = path.Length == 0 && deployment is not null ? $"/openai/deployments/{Uri.EscapeDataString(deployment)}" : path;
        return new Uri(address, path + address.Query);
    }

    private static TranslationException Unusable() => new(
        "its credential is in no form that is known here: [{\"api_key\":…,\"resource_name\":…,\"resource_type\":\"openai\" or \"ai_foundry\"}], or with an endpoint_url of Azure's own.");
}
