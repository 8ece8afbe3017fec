using System.Collections.Immutable;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Apps;
using Weir.Server.Endpoints.Catalogue;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Datasets;

/// <summary>What a request asks of the ranking of apps.</summary>
/// <param name="Categories">An app has one of these; empty: any, or none.</param>
/// <param name="IsTrending">By growth, not by size.</param>
internal sealed record AppRankingsQuery(DatasetWindow Window, ImmutableArray<string> Categories, bool IsTrending, int Limit, int Offset)
{
    private const int UsualCount = 50;
    private const int MostCount = 100;

    private static readonly ImmutableArray<string> Groups = [.. AppCategories.Groups.Keys.Order(StringComparer.Ordinal)];
    private static readonly ImmutableArray<string> Subcategories = [.. AppCategories.Groups.Values.SelectMany(group => group)];

    /// <exception cref="GatewayException">400.</exception>
    public static AppRankingsQuery Read(ParameterReader parameters, DateTimeOffset now)
    {
        var query = new AppRankingsQuery(
            DatasetWindow.Read(parameters, now),
            CategoriesOf(parameters),
            IsTrending: parameters.Word("sort", ["popular", "trending"]) == "trending",
            Limit: parameters.Whole("limit", least: 1, MostCount) ?? UsualCount,
            Offset: parameters.Whole("offset", least: 0, MostCount) ?? 0);
        return parameters.Problem is { } problem ? throw Refusal.Invalid(problem) : query;
    }

    private static ImmutableArray<string> CategoriesOf(ParameterReader parameters)
    {
        var group = parameters.Word("category", Groups);
        var subcategory = parameters.Word("subcategory", Subcategories);
        if (group is not null && subcategory is not null && !AppCategories.Groups[group].Contains(subcategory))
        {
            var known = string.Join(", ", AppCategories.Groups[group]);
            parameters.Refuse($"'subcategory' is '{subcategory}', which is not of the category '{group}'; that has {known}.");
        }

        return subcategory is not null ? [subcategory] : group is not null ? AppCategories.Groups[group] : [];
    }
}
