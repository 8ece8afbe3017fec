using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Activity;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
using Weir.Protocol.Activity;
using Weir.Protocol.Errors;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Activity;

/// <summary>The traffic of the last thirty completed UTC days, by day and endpoint.</summary>
internal sealed class ActivityEndpoint(IActivityStore store, WorkspaceDirectory workspaces, CatalogState catalog, ManagementEdge edge, TimeProvider time)
{
    private const int Days = 30;

    // 30 days of 300 endpoints each.
    private const int MostRows = 10_000;

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/activity", edge.Guard(ListAsync));

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var rows = await store.ReadActivityAsync(Read(context.Request.Query), MostRows, context.RequestAborted);
        await WireResponse.WriteAsync(
            context,
            new DataResponse<IReadOnlyList<ActivityRecord>>([.. rows.Select(RecordOf)]),
            WireJson.Default.DataResponseIReadOnlyListActivityRecord);
    }

    private ActivityQuery Read(IQueryCollection query)
    {
        var last = UtcWindows.Day(time.GetUtcNow()).AddDays(-1);
        var first = last.AddDays(1 - Days);
        var day = query["date"].ToString() is { Length: > 0 } text ? DayOf(text, first, last) : (DateOnly?)null;
        return new ActivityQuery
        {
            From = day ?? first,
            To = day ?? last,
            Key = query["api_key_hash"].ToString() is { Length: > 0 } key ? HashOf(key) : null,
            UserId = query["user_id"].ToString() is { Length: > 0 } user ? user : null,
            WorkspaceId = query["workspace_id"].ToString() is { Length: > 0 } workspace ? WorkspaceOf(workspace) : null,
            ByWorkspace = query["group_by"].ToString() switch
            {
                "" => false,
                "workspace" => true,
                var other => throw Invalid($"'group_by' is '{other}'; it can be workspace."),
            },
        };
    }

    private static DateOnly DayOf(string text, DateOnly first, DateOnly last) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= first && day <= last
            ? day
            : throw Invalid($"'date' is '{text}'; it must be one of the last {Days} completed UTC days, {first:yyyy-MM-dd} to {last:yyyy-MM-dd}.");

    private static KeyHash HashOf(string text) =>
        KeyHash.TryParse(text, out var hash) ? hash : throw Invalid($"'api_key_hash' is '{text}'; it must be 64 hex characters, as GET /api/v1/keys shows them.");

    private Guid WorkspaceOf(string text) => workspaces.Find(text)?.Id
        ?? throw new GatewayException(GatewayError.Client(GatewayErrorCode.NotFound, $"There is no workspace '{text}'. GET /api/v1/workspaces lists those there are."));

    private ActivityRecord RecordOf(ActivityRow row) => new()
    {
        Date = row.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Model = row.Model,
        ModelPermaslug = catalog.Current.Find(row.Model)?.CanonicalSlug ?? row.Model,
        EndpointId = $"{row.ProviderName}/{row.Model}",
        ProviderName = row.ProviderName,
        Usage = row.Charged,
        Requests = row.Requests,
        PromptTokens = row.PromptTokens,
        CompletionTokens = row.CompletionTokens,
        ReasoningTokens = row.ReasoningTokens,
        WorkspaceId = row.WorkspaceId?.ToString(),
    };

    private static GatewayException Invalid(string message) => new(GatewayError.Client(GatewayErrorCode.InvalidRequest, message));
}
