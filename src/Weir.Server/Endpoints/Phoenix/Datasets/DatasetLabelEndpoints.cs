using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Tracing.Datasets;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Phoenix's <c>/v1/datasets/{id or name}/labels</c>: which labels a dataset carries.</summary>
internal sealed class DatasetLabelEndpoints(PhoenixEdge edge, DatasetFinder finder, ILabelStore store)
{
    private const int MostLabels = 1000;

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/v1/datasets/{dataset_identifier}/labels", edge.AnyKey(ListAsync));
        _ = routes.MapPut("/v1/datasets/{dataset_identifier}/labels", edge.AnyKey(AssignAsync));
        _ = routes.MapPut("/v1/datasets/{dataset_identifier}/labels/{label_id}", edge.AnyKey(AddAsync));
        _ = routes.MapDelete("/v1/datasets/{dataset_identifier}/labels/{label_id}", edge.AnyKey(RemoveAsync));
    }

    private async Task ListAsync(HttpContext context, Caller caller) => await WriteAsync(context, await finder.FindNamedAsync(context, caller));

    private async Task AssignAsync(HttpContext context, Caller caller)
    {
        var dataset = await finder.FindNamedAsync(context, caller);
        using var document = await PhoenixEdge.ParseAsync(context);
        var named = PhoenixBody.Of(document.RootElement).OptionalTexts("dataset_label_ids");
        if (named.Count > MostLabels)
        {
            throw PhoenixEdge.Unprocessable($"A dataset can carry at most {MostLabels} labels.");
        }

        var labels = new List<long>();
        foreach (var text in named)
        {
            labels.Add((await LabelEndpoints.FindAsync(store, caller.WorkspaceId, text, context.RequestAborted)).Id);
        }

        await store.AssignAsync(dataset.Id, labels, context.RequestAborted);
        await WriteAsync(context, dataset);
    }

    private async Task AddAsync(HttpContext context, Caller caller)
    {
        var (dataset, label) = await FindAsync(context, caller);
        await store.AddAsync(dataset.Id, label.Id, context.RequestAborted);
        await PhoenixJson.WriteAsync(context, writer => LabelEndpoints.Write(writer, label));
    }

    private async Task RemoveAsync(HttpContext context, Caller caller)
    {
        var (dataset, label) = await FindAsync(context, caller);
        await store.RemoveAsync(dataset.Id, label.Id, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task<(DatasetRow Dataset, LabelRow Label)> FindAsync(HttpContext context, Caller caller)
    {
        var dataset = await finder.FindNamedAsync(context, caller);
        var label = await LabelEndpoints.FindAsync(store, caller.WorkspaceId, (string)context.Request.RouteValues["label_id"]!, context.RequestAborted);
        return (dataset, label);
    }

    private async Task WriteAsync(HttpContext context, DatasetRow dataset)
    {
        var labels = await store.ListAsync(dataset, context.RequestAborted);
        await PhoenixJson.WriteAsync(context, writer =>
        {
            writer.WriteStartArray();
            foreach (var label in labels)
            {
                LabelEndpoints.Write(writer, label);
            }

            writer.WriteEndArray();
        });
    }
}
