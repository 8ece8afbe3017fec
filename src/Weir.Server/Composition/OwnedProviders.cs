using System.Collections.Immutable;
using Weir.Ledger.Secrets;

namespace Weir.Server.Composition;

/// <summary>Which providers stored credentials open, and for whom: as much of it as the catalogue depends on.</summary>
internal static class OwnedProviders
{
    /// <summary>By slug: the workspaces that may use a credential, empty when all may.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<Guid>> Of(ImmutableArray<ProviderKeyRow> rows) => rows
        .Where(row => !row.Disabled)
        .GroupBy(row => row.Provider, StringComparer.Ordinal)
        .ToImmutableSortedDictionary(
            rows => rows.Key,
            rows => rows.Any(row => row.WorkspaceId is null) ? [] : rows.Select(row => row.WorkspaceId!.Value).Distinct().Order().ToImmutableArray(),
            StringComparer.Ordinal);

    /// <summary>A text that changes whenever that does.</summary>
    public static string Stamp(ImmutableArray<ProviderKeyRow> rows) =>
        string.Join(';', Of(rows).Select(owned => $"{owned.Key}:{string.Join(',', owned.Value)}"));
}
