using System.Collections.Immutable;

namespace Weir.Gateway.Catalog;

/// <summary>A model as clients name it, and the endpoints that answer it in the operator's order.</summary>
public sealed record ModelEntry
{
    /// <summary><c>author/slug</c>, as clients write it.</summary>
    public required string Slug { get; init; }

    public required string Name { get; init; }
    public string Description { get; init; } = "";

    /// <summary>When the model appeared in this catalogue.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Tokens.</summary>
    public required int ContextLength { get; init; }

    public ImmutableArray<string> InputModalities { get; init; } = ["text"];
    public ImmutableArray<string> OutputModalities { get; init; } = ["text"];

    /// <summary><c>o200k</c>, <c>cl100k</c> or <c>other</c>.</summary>
    public string Tokenizer { get; init; } = "o200k";

    /// <summary>At least one.</summary>
    public required ImmutableArray<EndpointEntry> Endpoints { get; init; }
}
