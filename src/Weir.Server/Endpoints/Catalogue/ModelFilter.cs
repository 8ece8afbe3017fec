using System.Collections.Immutable;
using Weir.Gateway.Catalog;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary>Which rows of the list of models a request asks for; all conditions must hold.</summary>
internal sealed class ModelFilter
{
    private const decimal Million = 1_000_000m;
    private const string AllModalities = "all";

    private static readonly ImmutableArray<string> OutputModalities = [.. CatalogVocabulary.OutputModalities, AllModalities];
    private static readonly ImmutableArray<string> Regions = ["eu", "us"];

    private readonly List<Func<ModelRow, bool>> _conditions = [];

    /// <summary>Reads what a request asks for; faults are left in the reader.</summary>
    public static ModelFilter Read(ParameterReader parameters, DateTimeOffset now)
    {
        var filter = new ModelFilter();
        filter.ReadOutput(parameters);
        filter.ReadText(parameters);
        filter.ReadAbilities(parameters);
        filter.ReadPlaces(parameters);
        filter.ReadPrices(parameters);
        filter.ReadAge(parameters, now);
        filter.ReadScores(parameters);
        return filter;
    }

    /// <summary>The filter of a request that can only say which output it wants.</summary>
    public static ModelFilter ReadOutputOnly(ParameterReader parameters)
    {
        var filter = new ModelFilter();
        filter.ReadOutput(parameters);
        return filter;
    }

    public static ModelFilter Gives(string modality)
    {
        var filter = new ModelFilter();
        filter.Require(row => row.Model.OutputModalities.Contains(modality));
        return filter;
    }

    public bool Matches(ModelRow row) => _conditions.TrueForAll(condition => condition(row));

    private void Require(Func<ModelRow, bool> condition) => _conditions.Add(condition);

    // Models that give any of them: nobody gives both text and a ranking.
    private void ReadOutput(ParameterReader parameters)
    {
        var wanted = parameters.Words("output_modalities", OutputModalities);
        wanted = wanted.IsEmpty ? ["text"] : wanted;
        if (!wanted.Contains(AllModalities))
        {
            Require(row => row.Model.OutputModalities.Any(wanted.Contains));
        }
    }

    private void ReadText(ParameterReader parameters)
    {
        foreach (var word in (parameters.Text("q") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            Require(row => Contains(row.Model.Name, word) || Contains(row.Slug, word));
        }

        if (parameters.Text("arch") is { } family)
        {
            // Llama stands for Llama2, Llama3 and Llama4.
            Require(row => Same(row.Model.Family, family) || Same(row.Model.Family.TrimEnd("0123456789".ToCharArray()), family));
        }

        if (parameters.List("model_authors") is { IsEmpty: false } authors)
        {
            Require(row => authors.Any(author => Same(row.Author, author)));
        }
    }

    private void ReadAbilities(ParameterReader parameters)
    {
        foreach (var modality in parameters.Words("input_modalities", CatalogVocabulary.InputModalities))
        {
            Require(row => row.Model.InputModalities.Contains(modality));
        }

        foreach (var parameter in parameters.List("supported_parameters"))
        {
            Require(row => row.Model.Endpoints.Any(endpoint => EndpointParameters.Of(row.Model, endpoint).Contains(parameter)));
        }

        if (parameters.Word("category", CatalogVocabulary.Categories) is { } category)
        {
            Require(row => row.Model.Card.Categories.Contains(category));
        }

        if (parameters.Flag("distillable") is { } distillable)
        {
            Require(row => row.Model.Card.Distillable == distillable);
        }

        if (parameters.Whole("context", 1) is { } context)
        {
            Require(row => row.Model.ContextLength >= context);
        }
    }

    private void ReadPlaces(ParameterReader parameters)
    {
        if (parameters.List("providers") is { IsEmpty: false } providers)
        {
            Require(row => row.Model.Endpoints.Any(endpoint => providers.Any(name => Same(endpoint.Provider.Name, name) || Same(endpoint.Provider.Slug, name))));
        }

        if (parameters.Word("zdr", ["true"]) is not null)
        {
            Require(row => row.Model.Endpoints.Any(endpoint => endpoint.Provider.DataPolicy.Zdr));
        }

        if (parameters.Word("region", Regions) is { } region)
        {
            Require(row => row.Model.Endpoints.Any(endpoint => Regional.Has(endpoint.Provider.Profile, region)));
        }
    }

    private void ReadPrices(ParameterReader parameters)
    {
        RequireWithin(parameters, "price", row => ShownPrice.Of(row.Model).Prompt * Million);
        RequireWithin(parameters, "output_price", row => ShownPrice.Of(row.Model).Completion * Million);
    }

    private void ReadAge(ParameterReader parameters, DateTimeOffset now)
    {
        if (parameters.Whole("min_age_days", 0) is { } least)
        {
            Require(row => (now - row.Model.Created).TotalDays >= least);
        }

        if (parameters.Whole("max_age_days", 0) is { } most)
        {
            Require(row => (now - row.Model.Created).TotalDays <= most);
        }
    }

    private void ReadScores(ParameterReader parameters)
    {
        RequireWithin(parameters, "intelligence_index", row => (decimal?)row.Model.Card.Benchmarks?.IntelligenceIndex);
        RequireWithin(parameters, "coding_index", row => (decimal?)row.Model.Card.Benchmarks?.CodingIndex);
        RequireWithin(parameters, "agentic_index", row => (decimal?)row.Model.Card.Benchmarks?.AgenticIndex);

        // Not measured here: no model has a rate that could be within bounds.
        RequireWithin(parameters, "tool_success_rate", _ => null, most: 1);
    }

    // A model without a figure is not within bounds.
    private void RequireWithin(ParameterReader parameters, string name, Func<ModelRow, decimal?> figure, decimal most = decimal.MaxValue)
    {
        if (parameters.Number("min_" + name, most) is { } lowest)
        {
            Require(row => figure(row) >= lowest);
        }

        if (parameters.Number("max_" + name, most) is { } highest)
        {
            Require(row => figure(row) <= highest);
        }
    }

    private static bool Contains(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
