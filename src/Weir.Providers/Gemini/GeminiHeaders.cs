using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;

namespace Weir.Providers.Gemini;

/// <summary>Headers of a request to Google, with its own header for the key.</summary>
internal static class GeminiHeaders
{
    public static ImmutableArray<KeyValuePair<string, string>> Of(UpstreamCall call, string accept) =>
        Of(call.Endpoint.Provider, accept).AddRange(call.SimulatorHeaders);

    public static ImmutableArray<KeyValuePair<string, string>> Of(ProviderEntry provider, string accept)
    {
        var headers = provider.Headers.ToBuilder();
        if (provider.ApiKey is { } key)
        {
            headers.Add(new("x-goog-api-key", key));
        }

        headers.Add(new("Accept", accept));
        return headers.ToImmutable();
    }
}
