using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Audit;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Audit;
using Weir.Protocol.Primitives;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Audit;

/// <summary>Shows the newest administrative changes.</summary>
internal sealed class AuditEndpoint(IAuditStore store, ManagementEdge edge)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/weir/audit", edge.Guard(ListAsync));

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var page = ListPage.Of(context);
        var rows = await store.ReadLatestAsync((int)Math.Min((long)page.Offset + page.Limit, AuditRow.Capacity), context.RequestAborted);
        await WireResponse.WriteAsync(
            context,
            new DataResponse<IReadOnlyList<AuditRecord>>([.. page.Take(rows).Select(RecordOf)]),
            WireJson.Default.DataResponseIReadOnlyListAuditRecord);
    }

    private static AuditRecord RecordOf(AuditRow row) => new()
    {
        Id = row.Id,
        CreatedAt = WireTime.Format(row.At),
        Actor = row.Actor,
        Method = row.Method,
        Path = row.Path,
        Status = row.Status,
    };
}
