using System.Collections.Immutable;
using Weir.Gateway.Pipeline;
using Weir.Protocol.Datasets;
using Weir.Server.Endpoints.Catalogue;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Datasets;

/// <summary>What a request asks of the costs of sessions: null is any.</summary>
internal sealed record SessionCostQuery(string? AppSlug, string? Model, string? TurnRange, int Limit, int Offset)
{
    private const int UsualCount = 100;
    private const int MostCount = 500;
    private const int MostSkipped = 5_000;

    private static readonly ImmutableArray<string> Ranges =
    [
        SessionCosts.RangeOf(1), SessionCosts.RangeOf(2), SessionCosts.RangeOf(10), SessionCosts.RangeOf(50),
    ];

    /// <exception cref="GatewayException">400.</exception>
    public static SessionCostQuery Read(ParameterReader parameters)
    {
        var query = new SessionCostQuery(
            parameters.Text("app_slug"),
            parameters.Text("model"),
            parameters.Word("turn_range", Ranges),
            Limit: parameters.Whole("limit", least: 1, MostCount) ?? UsualCount,
            Offset: parameters.Whole("offset", least: 0, MostSkipped) ?? 0);
        return parameters.Problem is { } problem ? throw Refusal.Invalid(problem) : query;
    }

    /// <summary>The page that is asked for, by app, model and length.</summary>
    public ImmutableArray<SessionCostRecord> PageOf(IEnumerable<SessionCostRecord> records) =>
    [
        .. records
            .Where(Matches)
            .OrderBy(record => record.AppSlug, StringComparer.Ordinal)
            .ThenBy(record => record.ModelPermaslug, StringComparer.Ordinal)
            .ThenBy(record => Ranges.IndexOf(record.TurnRange))
            .Skip(Offset)
            .Take(Limit),
    ];

    private bool Matches(SessionCostRecord record) =>
        (AppSlug is null || record.AppSlug == AppSlug)
        && (Model is null || record.ModelPermaslug == Model)
        && (TurnRange is null || record.TurnRange == TurnRange);
}
