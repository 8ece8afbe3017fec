using System.Collections.Immutable;
using Weir.Gateway.Dispatch;

namespace Weir.Providers.Translation;

/// <summary>Asks for the list of models: what costs nothing at any provider, and needs the credential at most.</summary>
internal static class ModelsProbe
{
    public const string Accept = "application/json";

    /// <param name="path">Where the list is, relative to the provider's address.</param>
    /// <param name="headers">With the credential.</param>
    public static UpstreamRequest Of(string path, ImmutableArray<KeyValuePair<string, string>> headers) =>
        new() { Method = HttpMethod.Get, Path = path, Headers = headers, Body = default };
}
