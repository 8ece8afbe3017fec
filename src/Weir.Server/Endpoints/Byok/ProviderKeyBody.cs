using System.Collections.Immutable;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Byok;

/// <summary>Reads what a credential is to be, member by member; what is wrong is refused with 400.</summary>
internal sealed class ProviderKeyBody(WorkspaceDirectory workspaces, Guid defaultWorkspace, KeyDirectory keys)
{
    private const int LongestSlug = 64;
    private const int LongestName = 255;
    private const int MostItems = 100;

    /// <summary>The text of a credential: JSON, or one line that fits into a header.</summary>
    public static string Secret(ManagementBody body, int longest)
    {
        var text = body.RequiredText("key", longest).Trim();
        return text.Length > 0 && (text[0] is '{' or '[' || !text.Any(char.IsControl))
            ? text
            : throw Refusal.Invalid("'key' is empty or has more than one line; it must be the credential alone.");
    }

    public static string Slug(ManagementBody body)
    {
        var slug = body.RequiredText("provider", LongestSlug);
        return slug.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
            ? slug
            : throw Refusal.Invalid($"'provider' is '{slug}'; it must be a provider's slug, for example \"openai\".");
    }

    /// <summary>The workspace that a credential is for: the default one unless another is named; null, when the body says null, for every one.</summary>
    public Guid? Workspace(ManagementBody body)
    {
        if (!body.Has("workspace_id"))
        {
            return defaultWorkspace;
        }

        return body.Text("workspace_id") is not { } text ? null
            : Guid.TryParse(text, out var id) && workspaces.Contains(id) ? id
            : throw Refusal.Invalid($"There is no workspace '{text}'. Leave 'workspace_id' out for the default one, or make it null for all of them.");
    }

    public static ImmutableArray<string>? List(ManagementBody body, string name, ImmutableArray<string>? known)
    {
        if (!body.Has(name))
        {
            return known;
        }

        return body.IsNull(name) ? null : [.. body.RequiredTexts(name, MostItems, LongestName)];
    }

    public ImmutableArray<string>? Hashes(ManagementBody body, ImmutableArray<string>? known)
    {
        var hashes = List(body, "allowed_api_key_hashes", known);
        return hashes?.FirstOrDefault(hash => !KeyHash.TryParse(hash, out var parsed) || keys.Find(parsed) is null) is { } unknown
            ? throw Refusal.Invalid($"'allowed_api_key_hashes' names '{unknown}', and there is no such key. GET /api/v1/keys lists those there are.")
            : hashes;
    }
}
