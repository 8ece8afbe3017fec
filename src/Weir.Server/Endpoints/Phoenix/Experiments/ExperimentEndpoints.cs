using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Phoenix.Datasets;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Experiments;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Phoenix.Experiments;

/// <summary>Phoenix's <c>/v1/datasets/{id}/experiments</c> and <c>/v1/experiments/{id}</c>: lists, single ones, and deleting.</summary>
internal sealed class ExperimentEndpoints(
    PhoenixEdge edge, DatasetFinder datasets, ExperimentFinder finder, IExperimentStore store, ITraceStore traces, IProjectStore projects)
{
    private const int UsualPage = 50;

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/v1/datasets/{dataset_id}/experiments", edge.AnyKey(ListAsync));
        _ = routes.MapGet("/v1/experiments/{experiment_id}", edge.AnyKey(GetAsync));
        _ = routes.MapDelete("/v1/experiments/{experiment_id}", edge.ManagementKey(DeleteAsync));
    }

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var dataset = await datasets.FindAsync(context, caller, "dataset_id");
        var page = PageText.NewestFirst(context, NodeType.Experiment, UsualPage);
        await PhoenixJson.WritePageAsync(
            context, await store.ListAsync(caller.WorkspaceId, dataset.Id, page.From, page.Limit, context.RequestAborted), NodeType.Experiment, ExperimentJson.Write);
    }

    private async Task GetAsync(HttpContext context, Caller caller)
    {
        var experiment = await finder.FindAsync(context, caller);
        await PhoenixJson.WriteAsync(context, writer => ExperimentJson.Write(writer, experiment));
    }

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        var experiment = await finder.FindAsync(context, caller);
        await store.DeleteAsync(experiment, context.RequestAborted);
        var isWithProject = string.Equals(new QueryText(context.Request.Query).One("delete_project"), "true", StringComparison.OrdinalIgnoreCase);
        if (isWithProject && await traces.FindProjectAsync(caller.WorkspaceId, experiment.ProjectName, context.RequestAborted) is { } project)
        {
            await projects.EraseProjectAsync(project, context.RequestAborted);
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
