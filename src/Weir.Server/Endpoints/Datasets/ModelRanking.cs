using System.Globalization;
using Weir.Gateway.Catalog;
using Weir.Ledger.Activity;
using Weir.Ledger.Keys;
using Weir.Protocol.Datasets;

namespace Weir.Server.Endpoints.Datasets;

/// <summary>Orders the models of each day, week or month by their tokens, as one who asks may see them.</summary>
/// <param name="workspace">Whose private models are shown.</param>
internal sealed class ModelRanking(CatalogSnapshot catalog, Guid workspace)
{
    private const int MostModels = 50;
    private const string Others = "other";

    /// <summary>The rows of a ranking, window by window; models beyond the first fifty are one row.</summary>
    public IEnumerable<RankingRecord> Of(IEnumerable<UsageRow> sums, string? modality) => sums
        .Select(row => (Day: UtcWindows.Day(row.At), Model: NameOf(row.Values[0]!, modality), Tokens: row.PromptTokens + row.CompletionTokens))
        .Where(row => row.Model is not null && row.Tokens > 0)
        .GroupBy(row => row.Day)
        .OrderBy(day => day.Key)
        .SelectMany(day => RowsOf(day.Key, day.Select(row => (row.Model!, row.Tokens))));

    // Null: not shown. Private models are nobody's business outside their workspaces.
    private string? NameOf(string slug, string? modality)
    {
        var model = catalog.Find(slug);
        if (model is null)
        {
            return modality is null or "tool_calling" ? slug : null;
        }

        return model.IsVisibleTo(workspace) && Suits(model, modality) ? model.CanonicalSlug : null;
    }

    private static bool Suits(ModelEntry model, string? modality) => modality switch
    {
        "text" => model.OutputModalities.Contains("text"),
        "image_output" => model.OutputModalities.Contains("image"),
        "image" or "audio" => model.InputModalities.Contains(modality),
        _ => true,
    };

    private static IEnumerable<RankingRecord> RowsOf(DateOnly day, IEnumerable<(string Model, long Tokens)> rows)
    {
        var models = rows
            .GroupBy(row => row.Model, row => row.Tokens, StringComparer.Ordinal)
            .Select(model => (Model: model.Key, Tokens: model.Sum()))
            .OrderByDescending(model => model.Tokens)
            .ThenBy(model => model.Model, StringComparer.Ordinal)
            .ToArray();
        foreach (var (model, tokens) in models.Take(MostModels))
        {
            yield return RecordOf(day, model, tokens);
        }

        if (models.Length > MostModels)
        {
            yield return RecordOf(day, Others, models.Skip(MostModels).Sum(model => model.Tokens));
        }
    }

    private static RankingRecord RecordOf(DateOnly day, string model, long tokens) =>
        new(DatasetWindow.Text(day), model, tokens.ToString(CultureInfo.InvariantCulture));
}
