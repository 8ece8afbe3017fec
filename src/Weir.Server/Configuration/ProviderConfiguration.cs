using System.Collections.Immutable;
using Weir.Gateway.Catalog;

namespace Weir.Server.Configuration;

/// <summary>A provider as the configuration describes it.</summary>
public sealed record ProviderConfiguration
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string Dialect { get; init; }
    public required Uri BaseUrl { get; init; }

    /// <summary>Variable that holds the credential; null when the file holds it or there is none.</summary>
    public string? ApiKeyEnv { get; init; }

    public string? ApiKey { get; init; }

    /// <summary>Workspaces whose stored credentials are the only ones there are, empty for all; null: the server has a credential, or needs none.</summary>
    public ImmutableArray<Guid>? ByokWorkspaces { get; init; }

    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];
    public bool SupportsCancellation { get; init; } = true;
    public DataPolicy DataPolicy { get; init; } = new();
    public ProviderProfile Profile { get; init; } = new();
    public ProviderTimeouts Timeouts { get; init; } = new();
}
