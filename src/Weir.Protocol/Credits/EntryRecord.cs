using Weir.Protocol.Primitives;

namespace Weir.Protocol.Credits;

/// <summary>One movement of money in the ledger.</summary>
public sealed record EntryRecord
{
    /// <summary>Growing with time; <c>before</c> takes it, to ask for the page after this entry.</summary>
    public required long Id { get; init; }

    /// <summary><c>grant</c>, <c>charge</c> or <c>refund</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>US dollars; below zero for a charge.</summary>
    public required Usd Amount { get; init; }

    /// <summary>UUID of the workspace whose request it was; of a grant, which all workspaces share, the default one.</summary>
    public required string WorkspaceId { get; init; }

    /// <summary>What was charged or given back; null for a grant.</summary>
    public required string? GenerationId { get; init; }

    /// <summary>Who did it: the hash of the key that called, the label of the key that managed, or <c>command line</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>In the words of who granted or refunded, at most 1,000 characters; null: none was given.</summary>
    public required string? Note { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }
}
