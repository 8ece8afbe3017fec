using System.Collections.Immutable;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Activity;
using Weir.Server.Endpoints.Catalogue;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Datasets;

/// <summary>What a request asks of the rankings.</summary>
/// <param name="IsSampled">By what traffic is about, or by its language: what nobody here knows.</param>
internal sealed record RankingsQuery(DatasetWindow Window, string? Period, string? Modality, string? ContextLength, bool IsSampled)
{
    private const int MostRows = 1_000_000;

    private static readonly ImmutableArray<string> Periods = ["day", "week", "month"];
    private static readonly ImmutableArray<string> Modalities = ["text", "image", "image_output", "audio", "tool_calling"];
    private static readonly ImmutableArray<string> LanguageTypes = ["natural", "programming"];

    private static readonly ImmutableArray<string> Categories =
    [
        "programming", "roleplay", "marketing", "marketing/seo", "technology", "science", "translation", "legal", "finance", "health", "trivia", "academia",
    ];

    /// <summary>The sums of tokens of each model that are asked for.</summary>
    public UsageQuery Usage => new()
    {
        From = Window.From,
        Until = Window.Until,
        By = [UsageDimension.Model],
        Granularity = Period switch
        {
            "week" => UsageGranularity.Week,
            "month" => UsageGranularity.Month,
            _ => UsageGranularity.Day,
        },
        Filters =
        [
            .. ContextLength is null ? [] : ImmutableArray.Create(new UsageFilter(UsageDimension.ContextLength, UsageOperator.Equal, [ContextLength])),
            .. Modality != "tool_calling" ? [] : ImmutableArray.Create(new UsageFilter(UsageDimension.FinishReason, UsageOperator.Equal, ["tool_calls"])),
        ],
        Limit = MostRows,
    };

    /// <exception cref="GatewayException">400.</exception>
    public static RankingsQuery Read(ParameterReader parameters, DateTimeOffset now)
    {
        var window = DatasetWindow.Read(parameters, now);
        var period = parameters.Word("period", Periods);
        var modality = parameters.Word("modality", Modalities);
        var length = parameters.Word("context_bucket", UsageDimensions.ContextLengths);
        var isSampled = ReadSampled(parameters, period, isExact: modality is not null || length is not null);
        return parameters.Problem is { } problem ? throw Refusal.Invalid(problem) : new RankingsQuery(window, period, modality, length, isSampled);
    }

    // What the API has by samples only, and by the week at the finest.
    private static bool ReadSampled(ParameterReader parameters, string? period, bool isExact)
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
}
