using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Errors;
using Weir.Protocol.Traces;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Phoenix's <c>POST /v1/projects</c>, <c>PUT</c> and <c>DELETE /v1/projects/{id or name}</c>; for management keys.</summary>
internal sealed class ProjectWriteEndpoints(PhoenixEdge edge, ProjectFinder projects, IProjectStore store)
{
    private const string Default = "default";
    private const int LongestName = 256;

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapPost("/v1/projects", edge.ManagementKey(CreateAsync));
        _ = routes.MapPut("/v1/projects/{project_identifier}", edge.ManagementKey(UpdateAsync));
        _ = routes.MapDelete("/v1/projects/{project_identifier}", edge.ManagementKey(DeleteAsync));
    }

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        using var document = await PhoenixEdge.ParseAsync(context);
        var body = PhoenixBody.Of(document.RootElement);
        var name = body.RequiredText("name").Trim();
        if (name.Length is 0 or > LongestName)
        {
            throw PhoenixEdge.Unprocessable($"'name' has {name.Length} characters; it can have 1 to {LongestName}.");
        }

        var created = await store.CreateAsync(caller.WorkspaceId, name, body.Text("description"), context.RequestAborted)
            ?? throw new GatewayException(GatewayError.Client(GatewayErrorCode.Conflict, $"There is a project with the name '{name}' already."));
        await WriteAsync(context, created);
    }

    private async Task UpdateAsync(HttpContext context, Caller caller)
    {
        var project = await projects.FindAsync(context, caller);
        using var document = await PhoenixEdge.ParseAsync(context);
        var description = PhoenixBody.Of(document.RootElement).Text("description");
        await store.DescribeAsync(project, description, context.RequestAborted);
        await WriteAsync(context, project with { Description = description });
    }

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        var project = await projects.FindAsync(context, caller);
        if (project.Name == Default)
        {
            throw new GatewayException(GatewayError.Client(GatewayErrorCode.PermissionDenied, "The default project cannot be deleted. Delete its traces instead."));
        }

        await store.EraseProjectAsync(project, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static Task WriteAsync(HttpContext context, ProjectRow project) =>
        WireResponse.WriteAsync(context, new DataResponse<ProjectRecord>(ProjectEndpoints.RecordOf(project)), WireJson.Default.DataResponseProjectRecord);
}
