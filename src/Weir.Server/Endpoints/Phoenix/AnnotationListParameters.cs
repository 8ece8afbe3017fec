using Weir.Gateway.Pipeline;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Annotations;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Reads the parameters of Phoenix's lists of annotations.</summary>
internal static class AnnotationListParameters
{
    private const int LargestPage = 10_000;
    private const int UsualPage = 10;
    private const int MostTargets = 1000;

    /// <exception cref="GatewayException">422.</exception>
    public static AnnotationQuery Read(QueryText text, ProjectRow project, AnnotationForm form)
    {
        var query = new AnnotationQuery
        {
            WorkspaceId = project.WorkspaceId,
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
        return query;
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
}
