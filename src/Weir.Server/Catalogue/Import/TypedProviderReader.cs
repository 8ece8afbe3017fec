using System.Collections.Frozen;
using System.Text.Json;
using Weir.Gateway.Catalog;
using Weir.Server.Configuration;

namespace Weir.Server.Catalogue.Import;

/// <summary>Reads a model of the provider format 2.4, whose modalities own their prices and limits.</summary>
internal static class TypedProviderReader
{
    public static void Read(JsonElement model, string provider, DateOnly today, ModelDraft draft)
    {
        var slug = ImportedFacts.SlugOf(model, provider, draft);
        ImportedDates.RefuseWhenPast(model.Text("deprecation_date"), today, draft);
        var isFree = model.Is("is_free", true);
        var price = new PriceDraft(draft);
        if (!isFree)
        {
            ReadPrices(model, price, draft);
        }

        var discount = FlatPricing.Discount(model, "discount_to_user", draft);
        var inputs = draft.Modalities(TypesOf(model, "input_modalities"), CatalogVocabulary.InputModalities, "input");
        var outputs = draft.Modalities(TypesOf(model, "output_modalities"), CatalogVocabulary.OutputModalities, "output");
        var quantization = ImportedFacts.QuantizationOf(model, draft);
        if (draft.Problem is not null)
        {
            return;
        }

        var text = Modality(model, "input_modalities", "text").Object("supported_inputs") ?? default;
        var context = Tokens(text, "max_context_length");
        draft.Take(new ModelConfiguration
        {
            Slug = slug,
            Name = model.Text("name") ?? slug,
            ContextLength = context ?? ImportedFacts.DefaultContext,
            InputModalities = inputs,
            OutputModalities = outputs,
            Tokenizer = ImportedFacts.TokenizerOf(model.Text("tokenizer")),
            Card = ImportedFacts.CardOf(model),
            Created = ImportedDates.Created(model),
            Endpoints =
            [
                new EndpointConfiguration
                {
                    Provider = provider,
                    UpstreamModel = draft.Id,
                    HasPrice = true,
                    Price = price.ToPrice(discount),
                    ContextLength = context,
                    MaxPromptTokens = Tokens(text, "max_prompt_length"),
                    MaxCompletionTokens = Tokens(Modality(model, "output_modalities", "text"), "max_length"),
                    Quantization = quantization,
                    SupportedParameters = ParametersOf(model),
                },
            ],
        });
    }

    private static void ReadPrices(JsonElement model, PriceDraft price, ModelDraft draft)
    {
        foreach (var modality in model.Items("input_modalities"))
        {
            TypedPricing.Read(modality, $"input.{modality.Text("type")}", price, draft);
        }

        foreach (var modality in model.Items("output_modalities"))
        {
            TypedPricing.Read(modality, $"output.{modality.Text("type")}", price, draft);
        }

        TypedPricing.Read(model, "request", price, draft);
        if (price.IsEmpty)
        {
            draft.Refuse("no price");
        }
    }

    private static IEnumerable<string> TypesOf(JsonElement model, string side) => model.Items(side).Select(modality => modality.Text("type")).OfType<string>();

    private static JsonElement Modality(JsonElement model, string side, string type) => model.Items(side).FirstOrDefault(modality => modality.Text("type") == type);

    // { "value": 131072, "unit": "token" }
    private static int? Tokens(JsonElement owner, string name) =>
        owner.Object(name) is { } limit && limit.Text("unit") is null or "token" ? owner.Object(name)?.Count("value") : null;

    private static FrozenSet<string>? ParametersOf(JsonElement model)
    {
        var parameters = model.Items("output_modalities")
            .SelectMany(modality => modality.Object("supported_parameters") is { } named ? named.EnumerateObject().Select(member => member.Name) : [])
            .ToFrozenSet(StringComparer.Ordinal);
        return parameters.Count == 0 ? null : parameters;
    }
}
