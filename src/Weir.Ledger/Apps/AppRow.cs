using System.Collections.Immutable;

namespace Weir.Ledger.Apps;

/// <summary>An application that calls models, as its requests name it.</summary>
public sealed record AppRow
{
    public required long Id { get; init; }

    /// <summary>What it is known by: scheme, host and path.</summary>
    public required string Url { get; init; }

    /// <summary>The last title it gave; null when it gave none.</summary>
    public required string? Title { get; init; }

    /// <summary>Of <see cref="AppCategories"/>, those it named first; ten at most.</summary>
    public required ImmutableArray<string> Categories { get; init; }

    /// <summary>What people read: the title, else the host.</summary>
    public string Name => Title ?? new Uri(Url).Host;

    /// <summary>Letters, digits and hyphens, made of the address, which unlike a title stays the same: <c>example-com-chat</c>.</summary>
    public string Slug => AppAttribution.SlugOf(Url);
}
