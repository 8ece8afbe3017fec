using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Annotations;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Phoenix's <c>DELETE /v1/projects/{id or name}/{span|trace|session}_annotations</c>; for management keys.</summary>
internal sealed class AnnotationDeleteEndpoints(PhoenixEdge edge, ProjectFinder projects, IAnnotationStore store)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var form in AnnotationForm.OfProjects)
        {
            _ = routes.MapDelete(form.ProjectAddress, edge.ManagementKey((context, caller) => DeleteAsync(context, caller, form)));
        }
    }

    private async Task DeleteAsync(HttpContext context, Caller caller, AnnotationForm form)
    {
        var project = await projects.FindAsync(context, caller);
        _ = await store.DeleteAsync(Read(new QueryText(context.Request.Query), project, form), context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    // Everything is deleted only by who says so.
    private static AnnotationSelection Read(QueryText text, ProjectRow project, AnnotationForm form)
    {
        var selection = new AnnotationSelection
        {
            WorkspaceId = project.WorkspaceId,
            ProjectId = project.Id,
            Scope = form.Scope,
            Name = text.One("name"),
            Identifier = text.One("identifier"),
            AnnotatorKind = text.One("annotator_kind"),
            CreatedFromUnixNanos = text.Time("start_time"),
            CreatedBeforeUnixNanos = text.Time("end_time"),
        };
        var isAll = string.Equals(text.One("delete_all"), "true", StringComparison.OrdinalIgnoreCase);
        if (!isAll && (selection.CreatedFromUnixNanos is null || selection.CreatedBeforeUnixNanos is null))
        {
            text.Refuse("give start_time and end_time, or delete_all=true to delete without a time range");
        }

        if (selection.CreatedFromUnixNanos >= selection.CreatedBeforeUnixNanos)
        {
            text.Refuse("start_time must be earlier than end_time");
        }

        ProjectFinder.Require(text);
        return selection;
    }
}
