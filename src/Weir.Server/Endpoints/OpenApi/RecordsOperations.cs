using System.Collections.Immutable;
using Weir.Protocol;

namespace Weir.Server.Endpoints.OpenApi;

/// <summary>The operations of <see cref="ApiOperations"/> that are about what was recorded.</summary>
internal static class RecordsOperations
{
    private static readonly ImmutableArray<ApiParameter> Window =
    [
        new("start_date", "The first UTC day, YYYY-MM-DD; without it, thirty days with the last."), new("end_date", "The last UTC day; without it, the last completed one."),
    ];

    public static ImmutableArray<ApiOperation> All { get; } =
    [
        new("get", "/generation/content", "Shows what was asked and answered in one exchange, where its workspace has it kept.", ApiAccess.AnyKey)
        {
            Query = [new("id", "Id of the exchange.") { IsRequired = true }],
        },
        new("get", "/analytics/meta", "Lists what analytics can be asked.", ApiAccess.ManagementKey) { Answer = WireJson.Default.DataResponseAnalyticsMetaRecord },
        new("post", "/analytics/query", "Sums traffic.", ApiAccess.ManagementKey)
        {
            Body = new ApiBody(
                IsOpen: false, ("metrics!", "array"), ("dimensions", "array"), ("filters", "array"), ("granularity", "string"), ("time_range", "object"), ("order_by", "object"),
                ("limit", "integer"), ("group_limit", "integer"), ("classifier_dimensions", "object"), ("classifier_filters", "object")),
        },
        new("get", "/datasets/rankings-daily", "Ranks models by tokens, day by day.", ApiAccess.AnyKey)
        {
            Query =
            [
                .. Window,
                new("period", "How long a window is.") { Values = ["day", "week", "month"] },
                new("modality", "What models take or give.") { Values = ["text", "image", "image_output", "audio", "tool_calling"] },
                new("context_bucket", "How long prompts are.") { Values = ["1K", "10K", "100K", "1M", "10M"] },
                new("category", "What traffic is about; there are no rows for it."),
                new("language_type", "Which kind of language; there are no rows for it.") { Values = ["natural", "programming"] },
            ],
            Answer = WireJson.Default.RankingsDailyResponse,
        },
        new("get", "/datasets/app-rankings", "Ranks apps by tokens.", ApiAccess.AnyKey)
        {
            Query =
            [
                .. Window,
                new("category", "A group of categories of apps.") { Values = ["coding", "creative", "productivity", "entertainment"] },
                new("subcategory", "A category of apps."),
                new("sort", "By tokens, or by how many more they are than before.") { Values = ["popular", "trending"] },
                new("limit", "Apps of the page, 1 to 100.", "integer"),
                new("offset", "Apps to skip, 0 to 100.", "integer"),
            ],
            Answer = WireJson.Default.AppRankingsResponse,
        },
        new("get", "/datasets/session-cost", "Shows what sessions of apps cost.", ApiAccess.AnyKey)
        {
            Query =
            [
                new("app_slug", "One app."),
                new("model", "One model, by its permanent slug."),
                new("turn_range", "How many turns.") { Values = ["1-turn", "2-9-turns", "10-49-turns", "50-plus-turns"] },
                new("limit", "Rows of the page, 1 to 500.", "integer"),
                new("offset", "Rows to skip, 0 to 5000.", "integer"),
            ],
            Answer = WireJson.Default.SessionCostResponse,
        },
    ];
}
