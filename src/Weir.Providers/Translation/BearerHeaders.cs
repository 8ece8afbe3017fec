using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;

namespace Weir.Providers.Translation;

/// <summary>Headers of a request whose key goes as a bearer token.</summary>
internal static class BearerHeaders
{
    public static ImmutableArray<KeyValuePair<string, string>> Of(UpstreamCall call, string accept) =>
        Of(call.Endpoint.Provider, accept).AddRange(call.SimulatorHeaders);

    public static ImmutableArray<KeyValuePair<string, string>> Of(ProviderEntry provider, string accept)
    {
        var headers = provider.Headers.ToBuilder();
        if (provider.ApiKey is { } key)
        {
            headers.Add(new("Authorization", $"Bearer {key}"));
        }

        headers.Add(new("Accept", accept));
        return headers.ToImmutable();
    }
}
