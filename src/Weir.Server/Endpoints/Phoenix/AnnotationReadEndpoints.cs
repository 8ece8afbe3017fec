using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Annotations;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Phoenix's <c>GET /v1/projects/{id or name}/{span|trace|session}_annotations</c>.</summary>
internal sealed class AnnotationReadEndpoints(PhoenixEdge edge, ProjectFinder projects, IAnnotationStore store)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var form in AnnotationForm.OfProjects)
        {
            _ = routes.MapGet(form.ProjectAddress, edge.AnyKey((context, caller) => ListAsync(context, caller, form)));
        }
    }

    private async Task ListAsync(HttpContext context, Caller caller, AnnotationForm form)
    {
        var project = await projects.FindAsync(context, caller);
        var page = await store.ListAsync(AnnotationListParameters.Read(new QueryText(context.Request.Query), project, form), context.RequestAborted);
        await PhoenixJson.WritePageAsync(
            context,
            page.Annotations,
            page.Next is { } next ? GlobalId.Of(form.IdType, next) : null,
            (writer, annotation) => AnnotationWriter.Write(writer, annotation, form));
    }
}
