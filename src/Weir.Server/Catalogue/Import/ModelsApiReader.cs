using System.Collections.Frozen;
using System.Text.Json;
using Weir.Gateway.Catalog;
using Weir.Ledger.Pricing;
using Weir.Server.Configuration;

namespace Weir.Server.Catalogue.Import;

/// <summary>Reads a row of an OpenRouter-compatible models API.</summary>
internal static class ModelsApiReader
{
    public static void Read(JsonElement row, string provider, DateOnly today, ModelDraft draft)
    {
        var slug = ImportedSlug.Of(draft.Id, provider, draft);
        if (row.Object("alias_target") is not null || draft.Id.StartsWith('~'))
        {
            draft.Refuse("an alias of another model");
        }

        ImportedDates.RefuseWhenPast(row.Text("expiration_date"), today, draft);
        var price = ReadPrice(row, draft);
        var architecture = row.Object("architecture") ?? default;
        var inputs = draft.Modalities(architecture.Texts("input_modalities"), CatalogVocabulary.InputModalities, "input");
        var outputs = draft.Modalities(architecture.Texts("output_modalities"), CatalogVocabulary.OutputModalities, "output");
        var top = row.Object("top_provider") ?? default;
        var context = top.Count("context_length") ?? row.Count("context_length");
        if (draft.Problem is not null)
        {
            return;
        }

        draft.Take(new ModelConfiguration
        {
            Slug = slug,
            Permaslug = PermaslugOf(row, slug),
            Name = row.Text("name") ?? slug,
            ContextLength = row.Count("context_length") ?? context ?? ImportedFacts.DefaultContext,
            InputModalities = inputs,
            OutputModalities = outputs,
            Tokenizer = ImportedFacts.TokenizerOf(architecture.Text("tokenizer")),
            Card = ImportedFacts.CardOf(row),
            Created = ImportedDates.Created(row),
            Endpoints =
            [
                new EndpointConfiguration
                {
                    Provider = provider,
                    UpstreamModel = draft.Id,
                    HasPrice = true,
                    Price = price,
                    ContextLength = context,
                    MaxCompletionTokens = top.Count("max_completion_tokens"),
                    IsModerated = top.Is("is_moderated", true),
                    SupportedParameters = row.Texts("supported_parameters").ToFrozenSet(StringComparer.Ordinal) is { Count: > 0 } parameters ? parameters : null,
                },
            ],
        });
    }

    private static Price ReadPrice(JsonElement row, ModelDraft draft)
    {
        var price = new PriceDraft(draft);
        var discount = 0m;
        if (row.Object("pricing") is { } pricing)
        {
            FlatPricing.Read(pricing, price, draft);
            discount = FlatPricing.Discount(pricing, "discount", draft);
        }

        if (price.IsEmpty)
        {
            draft.Refuse("no price");
        }

        return price.ToPrice(discount);
    }

    private static string? PermaslugOf(JsonElement row, string slug) =>
        row.Text("canonical_slug")?.ToLowerInvariant() is { } permaslug && permaslug != slug && ImportedSlug.IsSlug(permaslug) ? permaslug : null;
}
