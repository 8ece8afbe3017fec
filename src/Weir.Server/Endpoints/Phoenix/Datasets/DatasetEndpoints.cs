using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Datasets;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Phoenix's <c>/v1/datasets</c>: lists, versions, and deleting.</summary>
internal sealed class DatasetEndpoints(PhoenixEdge edge, DatasetFinder finder, IDatasetStore store)
{
    private const int UsualPage = 10;

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/v1/datasets", edge.AnyKey(ListAsync));
        _ = routes.MapGet("/v1/datasets/{id}", edge.AnyKey(GetAsync));
        _ = routes.MapGet("/v1/datasets/{id}/versions", edge.AnyKey(ListVersionsAsync));
        _ = routes.MapDelete("/v1/datasets/{id}", edge.ManagementKey(DeleteAsync));
    }

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var page = PageText.NewestFirst(context, NodeType.Dataset, UsualPage);
        var name = new QueryText(context.Request.Query).One("name");
        await PhoenixJson.WritePageAsync(
            context, await store.ListAsync(caller.WorkspaceId, name, page.From, page.Limit, context.RequestAborted), NodeType.Dataset, DatasetJson.Write);
    }

    private async Task GetAsync(HttpContext context, Caller caller)
    {
        var dataset = await finder.FindAsync(context, caller);
        await PhoenixJson.WriteAsync(context, writer => DatasetJson.Write(writer, dataset));
    }

    private async Task ListVersionsAsync(HttpContext context, Caller caller)
    {
        var dataset = await finder.FindAsync(context, caller);
        var page = PageText.NewestFirst(context, NodeType.DatasetVersion, UsualPage);
        await PhoenixJson.WritePageAsync(
            context, await store.ListVersionsAsync(dataset.Id, page.From, page.Limit, context.RequestAborted), NodeType.DatasetVersion, DatasetJson.Write);
    }

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        var dataset = await finder.FindAsync(context, caller);
        _ = await store.DeleteAsync(caller.WorkspaceId, dataset.Id, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
