using System.Globalization;
using Weir.Gateway.Catalog;
using Weir.Ledger.Pricing;
using Weir.Protocol.Models;

namespace Weir.Server.Endpoints.Inference;

/// <summary>Shows catalogue entries as wire records.</summary>
internal static class ModelRecords
{
    public static ModelRecord Of(ModelEntry model)
    {
        var top = model.Endpoints[0];
        return new ModelRecord
        {
            Id = model.Slug,
            CanonicalSlug = model.Slug,
            Name = model.Name,
            Created = model.Created.ToUnixTimeSeconds(),
            Description = model.Card.Description,
            ContextLength = model.ContextLength,
            Architecture = Architecture(model),
            Pricing = Pricing(model.Endpoints.MinBy(endpoint => endpoint.Price.Prompt + endpoint.Price.Completion)!.Price),
            TopProvider = new TopProviderRecord { ContextLength = top.ContextLength, MaxCompletionTokens = top.MaxCompletionTokens },
            SupportedParameters = [.. model.Endpoints.SelectMany(Parameters).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Links = new ModelLinks { Details = $"/api/v1/models/{model.Slug}/endpoints" },
        };
    }

    public static ModelEndpointsRecord WithEndpoints(ModelEntry model) => new()
    {
        Id = model.Slug,
        Name = model.Name,
        Created = model.Created.ToUnixTimeSeconds(),
        Description = model.Card.Description,
        Architecture = Architecture(model),
        Endpoints = [.. model.Endpoints.Select(endpoint => Of(model, endpoint))],
    };

    private static EndpointRecord Of(ModelEntry model, EndpointEntry endpoint) => new()
    {
        Name = $"{endpoint.Provider.Name} | {model.Slug}",
        ModelId = model.Slug,
        ModelName = model.Name,
        ContextLength = endpoint.ContextLength,
        Pricing = Pricing(endpoint.Price),
        ProviderName = endpoint.Provider.Name,
        Tag = endpoint.Tag,
        Quantization = endpoint.Quantization,
        MaxCompletionTokens = endpoint.MaxCompletionTokens,
        SupportedParameters = [.. Parameters(endpoint)],
    };

    private static ArchitectureRecord Architecture(ModelEntry model) => new()
    {
        InputModalities = model.InputModalities,
        OutputModalities = model.OutputModalities,
        Modality = $"{string.Join('+', model.InputModalities)}->{string.Join('+', model.OutputModalities)}",
        Tokenizer = model.Tokenizer == "other" ? "Other" : "GPT",
    };

    private static IEnumerable<string> Parameters(EndpointEntry endpoint) =>
        (endpoint.SupportedParameters ?? endpoint.Provider.Dialect.Parameters).Order(StringComparer.Ordinal);

    private static PricingRecord Pricing(Price price) => new()
    {
        Prompt = Text(price.Prompt)!,
        Completion = Text(price.Completion)!,
        Request = price.Request == 0 ? null : Text(price.Request),
        InternalReasoning = Text(price.InternalReasoning),
        InputCacheRead = Text(price.InputCacheRead),
        InputCacheWrite = Text(price.InputCacheWrite),
    };

    // "0.########…" writes no exponent and no trailing zeros.
    private static string? Text(decimal? price) => price?.ToString("0.############################", CultureInfo.InvariantCulture);
}
