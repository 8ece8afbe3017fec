using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
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

        context.Response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WritePropertyName("data"u8);
        Write(writer, project);
        writer.WriteEndObject();
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

    private static async Task WriteAsync(HttpContext context, ProjectPage page)
    {
        context.Response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteStartArray("data"u8);
        foreach (var project in page.Projects)
        {
            Write(writer, project);
        }

        writer.WriteEndArray();
        writer.WriteString("next_cursor"u8, page.NextId is { } next ? GlobalId.Of(GlobalId.Project, next) : null);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ProjectRow project)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, GlobalId.Of(GlobalId.Project, project.Id));
        writer.WriteString("name"u8, project.Name);
        writer.WriteNull("description"u8);
        writer.WriteEndObject();
    }
}
