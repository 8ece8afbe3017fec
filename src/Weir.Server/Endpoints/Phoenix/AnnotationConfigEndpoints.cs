using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Protocol.Errors;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Annotations;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Phoenix's <c>/v1/annotation_configs</c>.</summary>
internal sealed class AnnotationConfigEndpoints(PhoenixEdge edge, AnnotationConfigFinder configs, IAnnotationStore store)
{
    private const int LargestPage = 1000;

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/v1/annotation_configs", edge.AnyKey(ListAsync));
        _ = routes.MapPost("/v1/annotation_configs", edge.AnyKey(CreateAsync));
        _ = routes.MapGet("/v1/annotation_configs/{config_identifier}", edge.AnyKey(GetAsync));
        _ = routes.MapPut("/v1/annotation_configs/{config_identifier}", edge.AnyKey(UpdateAsync));
        _ = routes.MapDelete("/v1/annotation_configs/{config_identifier}", edge.ManagementKey(DeleteAsync));
    }

    private Task ListAsync(HttpContext context, Caller caller) => WriteListAsync(context, store, caller.WorkspaceId, projectId: null);

    /// <summary>Answers with one page of configurations, those of a project when one is given.</summary>
    public static async Task WriteListAsync(HttpContext context, IAnnotationStore store, Guid workspaceId, long? projectId)
    {
        var text = new QueryText(context.Request.Query);
        var limit = Math.Min(text.Limit(int.MaxValue), LargestPage);
        var from = text.One("cursor") is { } cursor ? AnnotationConfigFinder.NumberOf(cursor) : 0;
        if (from is null)
        {
            text.Refuse("cursor is not one that this list gave out");
        }

        ProjectFinder.Require(text);
        var found = await store.ListConfigsAsync(workspaceId, projectId, from!.Value, limit + 1, context.RequestAborted);
        var next = found.Count > limit ? AnnotationConfigFinder.IdOf(found[limit]) : null;
        await PhoenixJson.WritePageAsync(context, found.Take(limit), next, AnnotationConfigFinder.Write);
    }

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        using var document = await PhoenixEdge.ParseAsync(context);
        await WriteAsync(context, AnnotationConfigBody.Read(PhoenixBody.Of(document.RootElement), caller.WorkspaceId, id: 0));
    }

    private async Task GetAsync(HttpContext context, Caller caller)
    {
        var config = await FindAsync(context, caller);
        await PhoenixJson.WriteAsync(context, writer => AnnotationConfigFinder.Write(writer, config));
    }

    private async Task UpdateAsync(HttpContext context, Caller caller)
    {
        var config = await FindAsync(context, caller);
        using var document = await PhoenixEdge.ParseAsync(context);
        await WriteAsync(context, AnnotationConfigBody.Read(PhoenixBody.Of(document.RootElement), caller.WorkspaceId, config.Id));
    }

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        var config = await FindAsync(context, caller);
        await store.DeleteConfigAsync(config.Id, context.RequestAborted);
        await PhoenixJson.WriteAsync(context, writer => AnnotationConfigFinder.Write(writer, config));
    }

    private async Task WriteAsync(HttpContext context, AnnotationConfigRow config)
    {
        if (await store.WriteConfigAsync(config, context.RequestAborted) is not { } id)
        {
            throw new GatewayException(GatewayError.Client(GatewayErrorCode.Conflict, $"There is an annotation configuration with the name '{config.Name}' already."));
        }

        await PhoenixJson.WriteAsync(context, writer => AnnotationConfigFinder.Write(writer, config with { Id = id }));
    }

    private ValueTask<AnnotationConfigRow> FindAsync(HttpContext context, Caller caller) =>
        configs.FindAsync(caller.WorkspaceId, (string)context.Request.RouteValues["config_identifier"]!, context.RequestAborted);
}
