using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Annotations;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Phoenix's <c>GET</c> and <c>DELETE /v1/projects/{id or name}/{span|trace|session}_annotations</c>.</summary>
internal sealed class AnnotationReadEndpoints(PhoenixEdge edge, ProjectFinder projects, IAnnotationStore store)
{
    private const int LargestPage = 10_000;
    private const int UsualPage = 10;
    private const int MostTargets = 1000;

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var form in new[] { AnnotationForm.Span, AnnotationForm.Trace, AnnotationForm.Session })
        {
            var address = $"/v1/projects/{{project_identifier}}/{form.Path}_annotations";
            _ = routes.MapGet(address, edge.AnyKey((context, caller) => ListAsync(context, caller, form)));
            _ = routes.MapDelete(address, edge.ManagementKey((context, caller) => DeleteAsync(context, caller, form)));
        }
    }

    private async Task ListAsync(HttpContext context, Caller caller, AnnotationForm form)
    {
        var project = await projects.FindAsync(context, caller);
        var text = new QueryText(context.Request.Query);
        var query = new AnnotationQuery
        {
            WorkspaceId = caller.WorkspaceId,
            ProjectId = project.Id,
            Scope = form.Scope,
            Targets = [.. text.All(form.TargetMember + "s").Select(target => form.Scope == AnnotationScope.Session ? target : target.ToLowerInvariant())],
            Identifiers = [.. text.All("identifier")],
            Names = [.. text.All("include_annotation_names")],
            WithoutNames = [.. text.All("exclude_annotation_names")],
            Before = Cursor(text, form),
            Limit = text.Limit(LargestPage, UsualPage),
        };
        Require(text, query, form);
        var page = await store.ListAsync(query, context.RequestAborted);
        await PhoenixJson.WritePageAsync(
            context, page.Annotations, page.Next is { } next ? GlobalId.Of(form.IdType, next) : null, (writer, annotation) => Write(writer, annotation, form));
    }

    private async Task DeleteAsync(HttpContext context, Caller caller, AnnotationForm form)
    {
        var project = await projects.FindAsync(context, caller);
        var text = new QueryText(context.Request.Query);
        var selection = new AnnotationSelection
        {
            WorkspaceId = caller.WorkspaceId,
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
        _ = await store.DeleteAsync(selection, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static void Require(QueryText text, AnnotationQuery query, AnnotationForm form)
    {
        if (query.Targets.IsEmpty && query.Identifiers.IsEmpty)
        {
            text.Refuse($"give {form.TargetMember}s or identifier");
        }

        if (query.Targets.Length > MostTargets || query.Identifiers.Length > MostTargets)
        {
            text.Refuse($"at most {MostTargets} {form.TargetMember}s or identifiers can be asked for at once");
        }

        ProjectFinder.Require(text);
    }

    private static long? Cursor(QueryText text, AnnotationForm form)
    {
        if (text.One("cursor") is not { } given)
        {
            return null;
        }

        var id = GlobalId.TryReadNumber(given, form.IdType);
        if (id is null)
        {
            text.Refuse("cursor is not one that this list gave out");
        }

        return id;
    }

    private static void Write(Utf8JsonWriter writer, AnnotationRow annotation, AnnotationForm form)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, GlobalId.Of(form.IdType, annotation.Id));
        PhoenixJson.WriteTime(writer, "created_at"u8, annotation.CreatedUnixNanos);
        PhoenixJson.WriteTime(writer, "updated_at"u8, annotation.UpdatedUnixNanos);
        writer.WriteString("source"u8, annotation.Source);
        writer.WriteNull("user_id"u8);
        writer.WriteString("name"u8, annotation.Name);
        writer.WriteString("annotator_kind"u8, annotation.AnnotatorKind);
        writer.WriteStartObject("result"u8);
        writer.WriteString("label"u8, annotation.Values.Label);
        if (annotation.Values.Score is { } score)
        {
            writer.WriteNumber("score"u8, score);
        }
        else
        {
            writer.WriteNull("score"u8);
        }

        writer.WriteString("explanation"u8, annotation.Values.Explanation);
        writer.WriteEndObject();
        writer.WritePropertyName("metadata"u8);
        writer.WriteRawValue(annotation.Metadata);
        writer.WriteString("identifier"u8, annotation.Identifier);
        writer.WriteString(form.TargetMember, annotation.Target);
        writer.WriteEndObject();
    }
}
