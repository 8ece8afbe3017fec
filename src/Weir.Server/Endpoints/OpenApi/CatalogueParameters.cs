using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Server.Endpoints.Catalogue;

namespace Weir.Server.Endpoints.OpenApi;

/// <summary>The query parameters of the lists of models.</summary>
internal static class CatalogueParameters
{
    private static readonly ImmutableArray<string> YesOrNo = ["true", "false"];

    public static ApiParameter Output { get; } =
        new("output_modalities", $"Models that give any of these, with commas: {string.Join(", ", CatalogVocabulary.OutputModalities)}; all for every model; default text.");

    /// <summary>Of lists that come in pages when asked.</summary>
    public static ImmutableArray<ApiParameter> Page { get; } =
    [
        new("offset", "Rows to skip; without offset and limit the whole list is shown.", "integer"),
        new("limit", "Rows to show, 1 to 1000; 500 when only an offset is given.", "integer"),
    ];

    /// <summary>Of every list that can be filtered and sorted.</summary>
    public static ImmutableArray<ApiParameter> List { get; } =
    [
        .. Page,
        Output,
        new("input_modalities", $"Models that take all of these, with commas: {string.Join(", ", CatalogVocabulary.InputModalities)}."),
        new("supported_parameters", "Models that take all of these request parameters, with commas."),
        new("sort", "The order; models without a figure for it come last.") { Values = ModelOrder.Names },
        new("q", "Words that are all in the name or the slug."),
        new("category", "Models that are good at this.") { Values = CatalogVocabulary.Categories },
        new("context", "Least context length, in tokens.", "integer"),
        .. Bounds("price", "Prompt price, in US dollars a million tokens."),
        .. Bounds("output_price", "Completion price, in US dollars a million tokens."),
        new("arch", "Model family: GPT, Claude, Llama and others."),
        new("model_authors", "Authors, with commas."),
        new("providers", "Names or slugs of providers, with commas."),
        new("distillable", "Whether answers may train other models.") { Values = YesOrNo },
        new("zdr", "Models with an endpoint whose provider keeps nothing.") { Values = ["true"] },
        new("region", "Models with an endpoint in this data region.") { Values = ["eu", "us"] },
        new("min_age_days", "Least age in days.", "integer"),
        new("max_age_days", "Greatest age in days.", "integer"),
        .. Bounds("intelligence_index", "Artificial Analysis intelligence index."),
        .. Bounds("coding_index", "Artificial Analysis coding index."),
        .. Bounds("agentic_index", "Artificial Analysis agentic index."),
        .. Bounds("tool_success_rate", "Share of requests that end in a tool call as asked, 0 to 1."),
    ];

    public static ImmutableArray<ApiParameter> Feed { get; } =
    [
        new("use_rss", "Answer with an RSS feed.") { Values = YesOrNo },
        new("use_rss_chat_links", "Let the items of the feed lead to where the model can be tried.") { Values = YesOrNo },
    ];

    /// <summary>Read when the header <c>anthropic-version</c> is there.</summary>
    public static ImmutableArray<ApiParameter> Anthropic { get; } =
    [
        new("after_id", "With anthropic-version: the page after this model."),
        new("before_id", "With anthropic-version: the page before this model."),
    ];

    private static IEnumerable<ApiParameter> Bounds(string name, string summary) =>
        [new("min_" + name, "Least: " + summary, "number"), new("max_" + name, "Greatest: " + summary, "number")];
}
