using System.Globalization;
using System.Text.Json;
using Weir.Gateway.Catalog;

namespace Weir.Server.Catalogue.Import;

/// <summary>What the formats say in the same words.</summary>
internal static class ImportedFacts
{
    /// <summary>Tokens, where a document does not say.</summary>
    public const int DefaultContext = 128_000;

    private const int MostDescription = 4_000;

    /// <summary>A provider's model: by <c>openrouter.slug</c> or its id; the free one is named <c>:free</c>.</summary>
    public static string SlugOf(JsonElement model, string provider, ModelDraft draft)
    {
        if (model.Is("is_ready", false))
        {
            draft.Refuse("the provider says it is not ready");
        }

        var slug = ImportedSlug.Of(model.Object("openrouter")?.Text("slug") ?? draft.Id, provider, draft);
        return model.Is("is_free", true) && !slug.EndsWith(":free", StringComparison.Ordinal) ? slug + ":free" : slug;
    }

    public static ModelCard CardOf(JsonElement model) => new()
    {
        Description = Cut(model.Text("description") ?? ""),
        HuggingFaceId = model.Text("hugging_face_id"),
        KnowledgeCutoff = Day(model.Text("knowledge_cutoff")),
        ExpirationDate = Day(model.Text("expiration_date") ?? model.Text("deprecation_date")),
        Family = (model.Object("architecture")?.Text("tokenizer") ?? model.Text("tokenizer")) is { } family && CatalogVocabulary.Families.Contains(family) ? family : null,
        Voices = [.. model.Texts("supported_voices").Distinct(StringComparer.Ordinal)],
        Reasoning = model.Texts("supported_parameters").Contains("reasoning") || model.Texts("supported_features").Contains("reasoning") ? new ReasoningAbility() : null,
    };

    // Ours says which counter comes near; other families have none of their own here.
    public static string TokenizerOf(string? family) => family is "GPT" ? "o200k" : "other";

    public static string? QuantizationOf(JsonElement model, ModelDraft draft)
    {
        var quantization = model.Text("quantization");
        if (quantization is not null && !CatalogVocabulary.Quantizations.Contains(quantization))
        {
            draft.Refuse($"its quantization is \"{quantization}\"; it can be {string.Join(", ", CatalogVocabulary.Quantizations)}");
        }

        return quantization;
    }

    private static DateOnly? Day(string? text) =>
        text?.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Cut(string text) => text.Length <= MostDescription ? text : text[..MostDescription];
}
