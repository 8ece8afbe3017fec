using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace Weir.Ledger.Apps;

/// <summary>Which app a request says that it comes from.</summary>
/// <param name="Url">Scheme, host and path: what the app is known by.</param>
/// <param name="Title">Null: the request gives none, and a known app keeps its own.</param>
/// <param name="Categories">Two at most.</param>
public sealed record AppAttribution(string Url, string? Title, ImmutableArray<string> Categories)
{
    private const int LongestUrl = 500;
    private const int LongestTitle = 200;

    /// <summary>Reads the headers of a request; null when they name no app: only an address does, and one of this machine only with a title.</summary>
    /// <param name="referer"><c>HTTP-Referer</c>.</param>
    /// <param name="title"><c>X-OpenRouter-Title</c>.</param>
    /// <param name="categories"><c>X-OpenRouter-Categories</c>.</param>
    public static AppAttribution? Of(string? referer, string? title, string? categories)
    {
        if (!Uri.TryCreate(referer, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
        {
            return null;
        }

        // Without what differs from page to page and may be private: user, query, fragment.
        var url = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        var name = title?.Trim() is { Length: > 0 } given ? Cut(given) : null;
        return url.Length > LongestUrl || (name is null && IsLocal(address)) ? null : new AppAttribution(url, name, AppCategories.Read(categories));
    }

    /// <summary>Letters, digits and hyphens that stand for an address.</summary>
    internal static string SlugOf(string url)
    {
        var slug = new StringBuilder(url.Length);
        foreach (var letter in url.AsSpan(url.IndexOf("://", StringComparison.Ordinal) + 3))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                _ = slug.Append(char.ToLowerInvariant(letter));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                _ = slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }

    private static bool IsLocal(Uri address) => address.IsLoopback
        || address.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.Any.Equals(ip));

    // Not in the middle of a surrogate pair.
    private static string Cut(string title) =>
        title.Length <= LongestTitle ? title : title[..(char.IsHighSurrogate(title[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)];
}
