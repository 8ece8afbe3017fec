using System.Collections.Immutable;

namespace Weir.OpenInference.Otel;

/// <summary>The HTTP client that the exporter sends with.</summary>
internal static class OtlpClient
{
    public static HttpClient Create(OtlpTarget target, TimeSpan timeout)
    {
        var handler = new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null, // sending spans is not part of any trace
            UseProxy = !target.Endpoint.IsLoopback,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5), // so that a changed address of the collector is noticed
        };
        var client = new HttpClient(handler) { Timeout = timeout };
        foreach (var (name, value) in target.Headers)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        }

        return client;
    }

    /// <summary>Refuses, at registration, what could not be sent later, where nobody would hear of it.</summary>
    /// <exception cref="ArgumentException">A header cannot be sent.</exception>
    public static void CheckHeaders(ImmutableDictionary<string, string> headers)
    {
        using var probe = new HttpRequestMessage();
        foreach (var (name, value) in headers)
        {
            if (value.AsSpan().ContainsAny('\r', '\n') || !probe.Headers.TryAddWithoutValidation(name, value))
            {
                throw new ArgumentException($"The header '{name}' cannot be sent: its name is not a request header's, or its value has a line break.", nameof(headers));
            }
        }
    }
}
