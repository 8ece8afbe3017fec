using System.Collections.Immutable;

namespace Weir.Gateway.Catalog;

/// <summary>A model as clients name it, and the endpoints that answer it in the operator's order.</summary>
public sealed record ModelEntry
{
    /// <summary><c>author/slug</c>, as clients write it.</summary>
    public required string Slug { get; init; }

    /// <summary>The permanent, dated slug; null: the slug itself is.</summary>
    public string? Permaslug { get; init; }

    /// <summary>Other slugs it answers to; one that begins with <c>~</c> is listed as a row of its own.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    public required string Name { get; init; }

    /// <summary>When the model came out; where that is not said, when it appeared in this catalogue.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Tokens.</summary>
    public required int ContextLength { get; init; }

    /// <summary>Of <see cref="CatalogVocabulary.InputModalities"/>.</summary>
    public ImmutableArray<string> InputModalities { get; init; } = ["text"];

    /// <summary>Whether nobody says what it takes, and <see cref="InputModalities"/> is an assumption: then no request is kept from it for its media.</summary>
    public bool IsInputAssumed { get; init; }

    /// <summary>Of <see cref="CatalogVocabulary.OutputModalities"/>.</summary>
    public ImmutableArray<string> OutputModalities { get; init; } = ["text"];

    /// <summary><c>o200k</c>, <c>cl100k</c> or <c>other</c>: what counts its tokens.</summary>
    public string Tokenizer { get; init; } = "o200k";

    public ModelCard Card { get; init; } = new();

    /// <summary>At least one.</summary>
    public required ImmutableArray<EndpointEntry> Endpoints { get; init; }

    /// <summary>Workspaces that see the model; empty: all do.</summary>
    public ImmutableArray<Guid> Workspaces { get; init; } = [];

    /// <summary>Whether everybody sees it, callers without a key included.</summary>
    public bool IsPublic => Workspaces.IsEmpty;

    public bool IsVisibleTo(Guid workspace) => IsPublic || Workspaces.Contains(workspace);

    public string CanonicalSlug => Permaslug ?? Slug;

    /// <summary>The group it is shown in: said, or derived from what counts its tokens.</summary>
    public string Family => Card.Family ?? (Tokenizer == "other" ? "Other" : "GPT");
}
