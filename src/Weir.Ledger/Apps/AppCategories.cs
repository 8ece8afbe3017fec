using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Weir.Ledger.Apps;

/// <summary>What an app can be for. Source: the app attribution page; the groups are those of the rankings.</summary>
public static class AppCategories
{
    /// <summary>Most categories that one app has.</summary>
    public const int MostOfAnApp = 10;

    // A request may name more; the first count.
    private const int MostOfARequest = 2;

    /// <summary>The categories of each group.</summary>
    public static FrozenDictionary<string, ImmutableArray<string>> Groups { get; } = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
    {
        ["coding"] = ["cli-agent", "ide-extension", "cloud-agent", "programming-app", "native-app-builder"],
        ["creative"] = ["creative-writing", "video-gen", "image-gen", "audio-gen"],
        ["productivity"] = ["writing-assistant", "general-chat", "personal-agent", "legal"],
        ["entertainment"] = ["roleplay", "game"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Known = Groups.Values.SelectMany(group => group).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads <c>X-OpenRouter-Categories</c>; what is not known is left out, as the API says.</summary>
    public static ImmutableArray<string> Read(string? header) => header is null
        ? []
        : [.. header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(Known.Contains).Distinct(StringComparer.Ordinal).Take(MostOfARequest)];

    /// <summary>The categories of an app once a request has named more.</summary>
    public static ImmutableArray<string> Merge(ImmutableArray<string> known, ImmutableArray<string> named) =>
        [.. known.Concat(named).Distinct(StringComparer.Ordinal).Take(MostOfAnApp)];
}
