using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Protocol;
using Weir.Protocol.Traces;
using Weir.Server.Auth;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Traces;

/// <summary>Phoenix's <c>GET /v1/projects</c> and <c>GET /v1/projects/{id or name}</c>.</summary>
internal sealed class ProjectEndpoints(RequestAuthenticator authenticator, ITraceStore store)
{
    private const int LargestPage = 1000;

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/v1/projects", ListAsync);
        _ = routes.MapGet("/v1/projects/{project_identifier}", GetAsync);
    }

    private async Task ListAsync(HttpContext context)
    {
        if (authenticator.Authenticate(context) is not { } caller)
        {
            await PhoenixResponse.UnauthenticatedAsync(context);
            return;
        }

        var text = new QueryText(context.Request.Query);
        var query = new ProjectQuery
        {
            WorkspaceId = caller.WorkspaceId,
            NameContains = text.One("name_contains"),
            FromId = Cursor(text),
            Limit = Math.Min(text.Limit(int.MaxValue), LargestPage),
        };
        if (text.Problem is { } problem)
        {
            await PhoenixResponse.UnprocessableAsync(context, problem);
            return;
        }

        await WriteAsync(context, await store.ListProjectsAsync(query, context.RequestAborted));
    }

    private async Task GetAsync(HttpContext context)
    {
        if (authenticator.Authenticate(context) is not { } caller)
        {
            await PhoenixResponse.UnauthenticatedAsync(context);
            return;
        }

        var identifier = (string)context.Request.RouteValues["project_identifier"]!;
        if (await ProjectLookup.FindAsync(store, caller.WorkspaceId, identifier, context.RequestAborted) is not { } project)
        {
            await PhoenixResponse.NoSuchProjectAsync(context, identifier);
            return;
        }

        await WireResponse.WriteAsync(context, new DataResponse<ProjectRecord>(RecordOf(project)), WireJson.Default.DataResponseProjectRecord);
    }

    private static long? Cursor(QueryText text)
    {
        if (text.One("cursor") is not { } given)
        {
            return null;
        }

        var id = GlobalId.TryReadNumber(given, GlobalId.Project);
        if (id is null)
        {
            text.Refuse("cursor is not one that this list gave out");
        }

        return id;
    }

    private static Task WriteAsync(HttpContext context, ProjectPage page)
    {
        var list = new ProjectListResponse
        {
            Data = [.. page.Projects.Select(RecordOf)],
            NextCursor = page.NextId is { } next ? GlobalId.Of(GlobalId.Project, next) : null,
        };
        return WireResponse.WriteAsync(context, list, WireJson.Default.ProjectListResponse);
    }

    public static ProjectRecord RecordOf(ProjectRow project) =>
        new() { Id = GlobalId.Of(GlobalId.Project, project.Id), Name = project.Name, Description = project.Description };
}
