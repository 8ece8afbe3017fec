using System.Collections.Immutable;

namespace Weir.Server.Configuration;

/// <summary>A model as the configuration describes it.</summary>
public sealed record ModelConfiguration
{
    public required string Slug { get; init; }
    public required string Name { get; init; }

    /// <summary>Tokens; default 128,000.</summary>
    public int ContextLength { get; init; } = 128_000;

    public ImmutableArray<string> InputModalities { get; init; } = ["text"];
    public ImmutableArray<string> OutputModalities { get; init; } = ["text"];
    public string Tokenizer { get; init; } = "o200k";
    public required ImmutableArray<EndpointConfiguration> Endpoints { get; init; }
}
