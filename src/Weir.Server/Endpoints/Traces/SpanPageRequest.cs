using Microsoft.AspNetCore.Http;
using Weir.Ledger.Keys;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Traces;

/// <summary>Reads <c>?project=&amp;filter=&amp;limit=&amp;cursor=</c>: a page of the spans of one project.</summary>
internal static class SpanPageRequest
{
    /// <returns>What to ask the store; null when the request was refused, which has been answered then.</returns>
    public static async Task<SpanQuery?> ReadAsync(HttpContext context, Caller caller, ITraceStore store, int largestPage, int usualPage)
    {
        var text = new QueryText(context.Request.Query);
        var filter = FilterText.Read(text);
        var limit = text.Limit(largestPage, usualPage);
        var after = SpanQueryText.Cursor(text);
        var name = text.One("project");
        if (name is null)
        {
            text.Refuse("project is missing; GET /v1/projects lists the names");
        }

        if (text.Problem is { } problem)
        {
            await ErrorResponse.InvalidAsync(context, problem + ".");
            return null;
        }

        if (await store.FindProjectAsync(caller.WorkspaceId, name!, context.RequestAborted) is not { } project)
        {
            await ErrorResponse.NotFoundAsync(context, $"There is no project with the name '{name}'. GET /v1/projects lists them.");
            return null;
        }

        return new SpanQuery { WorkspaceId = caller.WorkspaceId, ProjectId = project.Id, Filter = filter, Limit = limit, After = after };
    }
}
