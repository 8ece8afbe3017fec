using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Entries;
using Weir.Ledger.Keys;
using Weir.Ledger.Reconciliation;
using Weir.Protocol;
using Weir.Protocol.Credits;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Credits;

/// <summary><c>GET /api/weir/credits/costs</c>: what models cost, by day and model, as <c>weir reconcile</c> compares it with a bill.</summary>
internal sealed class CostEndpoint(IEntryStore store, ManagementEdge edge)
{
    /// <summary>Rows of one answer; more are asked for in shorter pieces.</summary>
    internal const int MostRows = 100_000;

    public void Map(IEndpointRouteBuilder routes) => edge.Get(routes, "/api/weir/credits/costs", ListAsync);

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var query = context.Request.Query;
        var provider = query["provider"].ToString();
        var costs = await store.ReadCostsAsync(
            new CostQuery
            {
                From = DayOf(query, "from"), To = DayOf(query, "to"), Provider = provider.Length == 0 ? null : provider, Byok = query["byok"] == "true",
            },
            MostRows + 1,
            context.RequestAborted);
        if (costs.Count > MostRows)
        {
            throw Refusal.Invalid($"There are more than {MostRows} days and models; ask for fewer days at a time.");
        }

        await WireResponse.WriteAsync(
            context, new DataResponse<IReadOnlyList<CostRecord>>([.. costs.Select(RecordOf)]), WireJson.Default.DataResponseIReadOnlyListCostRecord);
    }

    private static DateOnly DayOf(IQueryCollection query, string name) =>
        DateOnly.TryParseExact(query[name].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue
            ? day
            : throw Refusal.Invalid($"'{name}' must be a UTC day, for example 2026-03-01.");

    private static CostRecord RecordOf(DailyCost cost) => new()
    {
        Date = cost.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Model = cost.Model,
        Requests = cost.Requests,
        PromptTokens = cost.PromptTokens,
        CompletionTokens = cost.CompletionTokens,
        Cost = cost.Cost,
    };
}
