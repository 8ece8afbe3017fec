using System.Collections.Frozen;
using System.Text.Json;
using Weir.Gateway.Catalog;
using Weir.Server.Configuration;

namespace Weir.Server.Catalogue.Import;

/// <summary>Reads a model of the legacy flat provider format.</summary>
internal static class FlatProviderReader
{
    public static void Read(JsonElement model, string provider, DateOnly today, ModelDraft draft)
    {
        var slug = ImportedFacts.SlugOf(model, provider, draft);
        ImportedDates.RefuseWhenPast(model.Text("deprecation_date"), today, draft);
        var price = new PriceDraft(draft);
        if (model.Object("pricing") is { } pricing && !model.Is("is_free", true))
        {
            FlatPricing.Read(pricing, price, draft);
        }

        if (price.IsEmpty && !model.Is("is_free", true))
        {
            draft.Refuse("no price");
        }

        var inputs = draft.Modalities(model.Texts("input_modalities"), CatalogVocabulary.InputModalities, "input");
        var outputs = draft.Modalities(model.Texts("output_modalities"), CatalogVocabulary.OutputModalities, "output");
        var quantization = ImportedFacts.QuantizationOf(model, draft);
        if (draft.Problem is not null)
        {
            return;
        }

        draft.Take(new ModelConfiguration
        {
            Slug = slug,
            Name = model.Text("name") ?? slug,
            ContextLength = model.Count("context_length") ?? ImportedFacts.DefaultContext,
            InputModalities = inputs,
            OutputModalities = outputs,
            Tokenizer = "other",
            Card = ImportedFacts.CardOf(model),
            Created = ImportedDates.Created(model),
            Endpoints =
            [
                new EndpointConfiguration
                {
                    Provider = provider,
                    UpstreamModel = draft.Id,
                    HasPrice = true,
                    Price = price.ToPrice(discount: 0),
                    ContextLength = model.Count("context_length"),
                    MaxCompletionTokens = model.Count("max_output_length"),
                    Quantization = quantization,
                    SupportedParameters = ParametersOf(model),
                },
            ],
        });
    }

    // Sampling parameters by name, features by what they let a request say; null: the document says neither.
    private static FrozenSet<string>? ParametersOf(JsonElement model)
    {
        var parameters = model.Texts("supported_sampling_parameters").ToHashSet(StringComparer.Ordinal);
        foreach (var feature in model.Texts("supported_features"))
        {
            parameters.UnionWith(feature switch
            {
                "tools" => ["tools", "tool_choice"],
                "json_mode" => ["response_format"],
                "structured_outputs" => ["structured_outputs", "response_format"],
                "logprobs" => ["logprobs", "top_logprobs"],
                "web_search" => ["web_search_options"],
                "reasoning" => (string[])["reasoning", "include_reasoning", "reasoning_effort"],
                _ => [],
            });
        }

        return parameters.Count == 0 ? null : parameters.ToFrozenSet(StringComparer.Ordinal);
    }
}
