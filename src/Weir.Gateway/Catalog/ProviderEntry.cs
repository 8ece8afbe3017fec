using System.Collections.Immutable;
using Weir.Gateway.Dispatch;

namespace Weir.Gateway.Catalog;

/// <summary>A company or server that answers models: where it is, how it is spoken to, and with which credential.</summary>
public sealed record ProviderEntry
{
    private readonly AddressCache _addresses = new();

    /// <summary>Lower-case name in the API and in configuration.</summary>
    public required string Slug { get; init; }

    /// <summary>Name that people read.</summary>
    public required string Name { get; init; }

    /// <summary>The translator of the dialect it speaks.</summary>
    public required IProvider Dialect { get; init; }

    /// <summary>Ends in a slash, so that relative paths append.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>Secret; never logged, stored in a trace or shown.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Whether the server has no credential here: only those of callers' own can be used.</summary>
    public bool IsByokOnly { get; init; }

    /// <summary>What of <see cref="ApiKey"/> and <see cref="Headers"/> must not be shown.</summary>
    public IEnumerable<string> Secrets =>
        (ApiKey is { } key ? Dialect.SecretsIn(key) : []).Concat(Headers.Where(header => IsSecret(header.Key)).Select(header => header.Value));

    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>True: a caller who leaves cancels the upstream call; false: the answer is read to its end for the usage.</summary>
    public bool SupportsCancellation { get; init; } = true;

    public DataPolicy DataPolicy { get; init; } = new();
    public ProviderProfile Profile { get; init; } = new();
    public ProviderTimeouts Timeouts { get; init; } = new();

    /// <summary>True for the built-in simulator alone: it receives the caller's <c>x-sim-*</c> headers.</summary>
    public bool TakesSimulatorHeaders { get; init; }

    /// <summary>The whole address of a path below <see cref="BaseUrl"/>.</summary>
    public Uri AddressOf(string path) => _addresses.Of(BaseUrl, path);

    // Versions and names are headers too, and hiding those would hide words of answers.
    private static bool IsSecret(string header) =>
        Array.Exists(["authorization", "key", "token", "secret", "cookie", "password"], word => header.Contains(word, StringComparison.OrdinalIgnoreCase));
}
