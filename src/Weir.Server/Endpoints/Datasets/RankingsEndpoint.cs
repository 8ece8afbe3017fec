using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Ledger.Activity;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Datasets;
using Weir.Server.Endpoints.Catalogue;
using Weir.Server.Endpoints.Management;
using Weir.Server.Endpoints.Records;

namespace Weir.Server.Endpoints.Datasets;

/// <summary>The models with the most tokens of each day, week or month, of the traffic of this installation.</summary>
/// <remarks>Traffic is not sorted by what it is about or by language: with <c>category</c> or <c>language_type</c> there are no rows.</remarks>
internal sealed class RankingsEndpoint(IUsageStore store, CatalogState catalog, DatasetEdge edge, TimeProvider time)
{
    private const int MostModels = 50;
    private const int MostRows = 1_000_000;
    private const string Others = "other";

    private static readonly ImmutableArray<string> Periods = ["day", "week", "month"];
    private static readonly ImmutableArray<string> Modalities = ["text", "image", "image_output", "audio", "tool_calling"];
    private static readonly ImmutableArray<string> LanguageTypes = ["natural", "programming"];

    private static readonly ImmutableArray<string> Categories =
    [
        "programming", "roleplay", "marketing", "marketing/seo", "technology", "science", "translation", "legal", "finance", "health", "trivia", "academia",
    ];

    public void Map(IEndpointRouteBuilder routes) => edge.Get(routes, "/api/v1/datasets/rankings-daily", ListAsync);

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var parameters = new ParameterReader(context.Request.Query);
        var window = DatasetWindow.Read(parameters, time.GetUtcNow());
        var period = parameters.Word("period", Periods);
        var modality = parameters.Word("modality", Modalities);
        var length = parameters.Word("context_bucket", UsageDimensions.ContextLengths);
        var isSampled = IsSampled(parameters, period, isExact: modality is not null || length is not null);
        if (parameters.Problem is { } problem)
        {
            throw Refusal.Invalid(problem);
        }

        var rows = isSampled ? [] : await LongRead.RunAsync(store.ReadUsageAsync(QueryOf(window, period, modality, length), context.RequestAborted));
        var shown = rows
            .Select(row => (Day: UtcWindows.Day(row.At), Model: NameOf(row.Values[0]!, modality, caller.WorkspaceId), Tokens: row.PromptTokens + row.CompletionTokens))
            .Where(row => row.Model is not null && row.Tokens > 0)
            .GroupBy(row => row.Day)
            .OrderBy(day => day.Key)
            .SelectMany(day => RowsOf(day.Key, day.Select(row => (row.Model!, row.Tokens))));
        await WireResponse.WriteAsync(context, new RankingsDailyResponse([.. shown], window.Meta(time.GetUtcNow())), WireJson.Default.RankingsDailyResponse);
    }

    // What the API has by samples only, and by the week at the finest.
    private static bool IsSampled(ParameterReader parameters, string? period, bool isExact)
    {
        var category = parameters.Word("category", Categories);
        var language = parameters.Word("language_type", LanguageTypes);
        if (category is null && language is null)
        {
            return false;
        }

        if (isExact || (category is not null && language is not null))
        {
            parameters.Refuse("'category' and 'language_type' go neither with each other nor with 'modality' or 'context_bucket'.");
        }

        if (period == "day")
        {
            parameters.Refuse("'period' can be week or month with 'category' and 'language_type'.");
        }

        return true;
    }

    private static UsageQuery QueryOf(DatasetWindow window, string? period, string? modality, string? length) => new()
    {
        From = window.From,
        Until = window.Until,
        By = [UsageDimension.Model],
        Granularity = period switch
        {
            "week" => UsageGranularity.Week,
            "month" => UsageGranularity.Month,
            _ => UsageGranularity.Day,
        },
        Filters =
        [
            .. length is null ? [] : ImmutableArray.Create(new UsageFilter(UsageDimension.ContextLength, UsageOperator.Equal, [length])),
            .. modality != "tool_calling" ? [] : ImmutableArray.Create(new UsageFilter(UsageDimension.FinishReason, UsageOperator.Equal, ["tool_calls"])),
        ],
        Limit = MostRows,
    };

    // Null: not shown. Private models are nobody's business outside their workspaces.
    private string? NameOf(string slug, string? modality, Guid workspace)
    {
        var model = catalog.Current.Find(slug);
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

    private static RankingRecord RecordOf(DateOnly day, string model, long tokens) => new(DatasetWindow.Text(day), model, tokens.ToString(CultureInfo.InvariantCulture));
}
