using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Annotations;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary><c>DELETE /v1/{span|trace|session}_annotations/{id}</c>: takes back one annotation or note, by the id in answers; for management keys.</summary>
/// <remarks>Phoenix's own API deletes by name and time alone, which takes what others said with it.</remarks>
internal sealed class AnnotationEraseEndpoint(PhoenixEdge edge, IAnnotationStore store)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var form in new[] { AnnotationForm.Span, AnnotationForm.Trace, AnnotationForm.Session })
        {
            _ = routes.MapDelete($"/v1/{form.Path}_annotations/{{annotation_id}}", edge.ManagementKey((context, caller) => EraseAsync(context, caller, form)));
        }
    }

    private async Task EraseAsync(HttpContext context, Caller caller, AnnotationForm form)
    {
        var identifier = (string)context.Request.RouteValues["annotation_id"]!;
        if (GlobalId.TryReadNumber(identifier, form.IdType) is not { } id
            || !await store.EraseAsync(caller.WorkspaceId, form.Scope, id, context.RequestAborted))
        {
            throw PhoenixEdge.NotFound($"There is no {form.Path} annotation with the id '{identifier}' in this workspace.");
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
