using System.Text.RegularExpressions;

namespace Weir.Server.Catalogue.Import;

/// <summary>What clients will call an imported model.</summary>
internal static partial class ImportedSlug
{
    // They apply to any model, and are not models of their own.
    private static readonly string[] DynamicVariants = ["online", "nitro", "floor", "exacto"];

    /// <summary>The slug of an id: itself when it is <c>author/slug</c>, with the provider for author when it has none.</summary>
    /// <returns>Empty when the draft was refused.</returns>
    public static string Of(string id, string provider, ModelDraft draft)
    {
        var slug = (id.Contains('/') ? id : $"{provider}/{id}").ToLowerInvariant();
        if (!IsSlug(slug))
        {
            draft.Refuse($"\"{slug}\" is not author/slug");
            return "";
        }

        foreach (var variant in slug.Split(':')[1..])
        {
            if (DynamicVariants.Contains(variant))
            {
                draft.Refuse($":{variant} is a way of routing, which applies to any model");
            }
            else if (variant == "batch")
            {
                draft.Refuse(":batch is not called the way models are called");
            }
        }

        return slug;
    }

    public static bool IsSlug(string text) => text.Length <= 200 && Slug().IsMatch(text);

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._-]*/[a-z0-9][a-z0-9._-]*(:[a-z0-9-]+)*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Slug();
}
