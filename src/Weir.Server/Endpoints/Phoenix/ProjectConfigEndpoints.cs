using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Tracing.Annotations;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Phoenix's <c>/v1/projects/{id or name}/annotation_configs</c>: which configurations a project uses.</summary>
internal sealed class ProjectConfigEndpoints(PhoenixEdge edge, ProjectFinder projects, AnnotationConfigFinder configs, IAnnotationStore store)
{
    private const string Address = "/v1/projects/{project_identifier}/annotation_configs";
    private const int MostAssigned = 1000;

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet(Address, edge.AnyKey(ListAsync));
        _ = routes.MapPut(Address, edge.AnyKey(ReplaceAsync));
        _ = routes.MapPut(Address + "/{config_identifier}", edge.AnyKey(AssignAsync));
        _ = routes.MapDelete(Address + "/{config_identifier}", edge.AnyKey(UnassignAsync));
    }

    private async Task ListAsync(HttpContext context, Caller caller) =>
        await AnnotationConfigEndpoints.WriteListAsync(context, store, caller.WorkspaceId, (await projects.FindAsync(context, caller)).Id);

    private async Task ReplaceAsync(HttpContext context, Caller caller)
    {
        var project = await projects.FindAsync(context, caller);
        using var document = await PhoenixEdge.ParseAsync(context);
        var ids = PhoenixBody.Of(document.RootElement).Texts("annotation_config_ids");
        if (ids.Count > MostAssigned)
        {
            throw PhoenixEdge.Unprocessable($"'annotation_config_ids' has more than {MostAssigned} ids.");
        }

        var wanted = new List<long>();
        foreach (var id in ids)
        {
            wanted.Add((await configs.FindAsync(caller.WorkspaceId, id, context.RequestAborted)).Id);
        }

        await store.AssignConfigsAsync(project.Id, wanted, context.RequestAborted);
        var assigned = await store.ListConfigsAsync(caller.WorkspaceId, project.Id, 0, MostAssigned, context.RequestAborted);
        await PhoenixJson.WritePageAsync(context, assigned, null, AnnotationConfigFinder.Write);
    }

    private async Task AssignAsync(HttpContext context, Caller caller)
    {
        var (project, config) = await FindAsync(context, caller);
        await store.AssignConfigAsync(project, config.Id, context.RequestAborted);
        await PhoenixJson.WriteAsync(context, writer => AnnotationConfigFinder.Write(writer, config));
    }

    private async Task UnassignAsync(HttpContext context, Caller caller)
    {
        var (project, config) = await FindAsync(context, caller);
        await store.UnassignConfigAsync(project, config.Id, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task<(long Project, AnnotationConfigRow Config)> FindAsync(HttpContext context, Caller caller)
    {
        var project = await projects.FindAsync(context, caller);
        return (project.Id, await configs.FindAsync(caller.WorkspaceId, (string)context.Request.RouteValues["config_identifier"]!, context.RequestAborted));
    }
}
