using System.Collections.Immutable;
using Weir.Gateway.Catalog;

namespace Weir.Server.Configuration;

/// <summary>A model as the configuration describes it.</summary>
public sealed record ModelConfiguration
{
    public required string Slug { get; init; }
    public string? Permaslug { get; init; }
    public ImmutableArray<string> Aliases { get; init; } = [];
    public required string Name { get; init; }

    /// <summary>When the model came out; null: when it appeared in this catalogue.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Tokens; default 128,000.</summary>
    public int ContextLength { get; init; } = 128_000;

    public ImmutableArray<string> InputModalities { get; init; } = ["text"];

    /// <summary>Whether <see cref="InputModalities"/> was left out.</summary>
    public bool IsInputAssumed { get; init; }

    public ImmutableArray<string> OutputModalities { get; init; } = ["text"];
    public string Tokenizer { get; init; } = "o200k";
    public ModelCard Card { get; init; } = new();
    /// <summary>Workspaces that see it; empty: all do.</summary>
    public ImmutableArray<Guid> Workspaces { get; init; } = [];

    public required ImmutableArray<EndpointConfiguration> Endpoints { get; init; }
}
