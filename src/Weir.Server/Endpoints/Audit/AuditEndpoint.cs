using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Weir.Ledger.Audit;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Audit;
using Weir.Protocol.Primitives;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Audit;

/// <summary>Shows administrative changes, the newest first: <c>?actor=ada&amp;method=DELETE&amp;path=/keys&amp;from=…&amp;until=…</c>.</summary>
internal sealed class AuditEndpoint(IAuditStore store, ManagementEdge edge)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/weir/audit", edge.Guard(ListAsync));

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var page = ListPage.Of(context);
        var query = context.Request.Query;
        var rows = await store.ReadAsync(
            new AuditQuery
            {
                Actor = TextOf(query["actor"]),
                Method = TextOf(query["method"])?.ToUpperInvariant(),
                Path = TextOf(query["path"]),
                From = TimeOf(context, "from"),
                Until = TimeOf(context, "until"),
                Offset = page.Offset,
                Limit = page.Limit,
            },
            context.RequestAborted);
        await WireResponse.WriteAsync(
            context,
            new DataResponse<IReadOnlyList<AuditRecord>>([.. rows.Select(RecordOf)]),
            WireJson.Default.DataResponseIReadOnlyListAuditRecord);
    }

    private static string? TextOf(StringValues value) => value.ToString() is { Length: > 0 } text ? text : null;

    private static DateTimeOffset? TimeOf(HttpContext context, string name)
    {
        if (TextOf(context.Request.Query[name]) is not { } text)
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw Refusal.Invalid($"'{name}' is '{text}'; it must be a time, for example 2027-01-31T00:00:00Z.");
    }

    private static AuditRecord RecordOf(AuditRow row) => new()
    {
        Id = row.Id,
        CreatedAt = WireTime.Format(row.At),
        Actor = row.Actor,
        Method = row.Method,
        Path = row.Path,
        Status = row.Status,
        Changes = AuditedChanges.Read(row.Changes),
    };
}
