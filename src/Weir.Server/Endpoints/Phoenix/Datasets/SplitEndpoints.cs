using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Datasets;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Phoenix's <c>/v1/datasets/{id or name}/splits</c>. A split belongs to the workspace; the dataset is whose examples enter and leave it.</summary>
internal sealed class SplitEndpoints(PhoenixEdge edge, DatasetFinder finder, ISplitStore store, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapPost("/v1/datasets/{dataset_identifier}/splits", edge.AnyKey(CreateAsync));
        _ = routes.MapPatch("/v1/datasets/{dataset_identifier}/splits/{split_id}", edge.AnyKey(ChangeAsync));
        _ = routes.MapDelete("/v1/datasets/{dataset_identifier}/splits/{split_id}", edge.ManagementKey(DeleteAsync));
    }

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        var dataset = await finder.FindNamedAsync(context, caller);
        using var document = await PhoenixEdge.ParseAsync(context);
        var body = PhoenixBody.Of(document.RootElement);
        var split = SplitForm.Read(body, caller.WorkspaceId, UnixNow());
        var outcome = await SaveAsync(new SplitWrite(split, dataset.Id, SplitForm.Examples(body, "example_ids"), []), context.RequestAborted);
        await PhoenixJson.WriteCreatedAsync(context, writer => DatasetJson.Write(writer, outcome));
    }

    private async Task ChangeAsync(HttpContext context, Caller caller)
    {
        var dataset = await finder.FindNamedAsync(context, caller);
        var known = await finder.FindSplitAsync(context, caller);
        using var document = await PhoenixEdge.ParseAsync(context);
        var body = PhoenixBody.Of(document.RootElement);
        var split = SplitForm.Change(known, body, UnixNow());
        var write = new SplitWrite(split, dataset.Id, SplitForm.Examples(body, "add_example_ids"), SplitForm.Examples(body, "remove_example_ids"));
        var outcome = await SaveAsync(write, context.RequestAborted);
        await PhoenixJson.WriteAsync(context, writer => DatasetJson.Write(writer, outcome));
    }

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        _ = await finder.FindNamedAsync(context, caller);
        _ = await store.DeleteAsync(caller.WorkspaceId, (await finder.FindSplitAsync(context, caller)).Id, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task<SplitOutcome> SaveAsync(SplitWrite write, CancellationToken cancellationToken)
    {
        var outcome = await store.WriteAsync(write, cancellationToken);
        if (outcome.UnknownExample is { } unknown)
        {
            throw PhoenixEdge.NotFound($"The dataset has no example {GlobalId.Of(NodeType.DatasetExample, unknown)}.");
        }

        return outcome.Split is not null ? outcome : throw PhoenixEdge.Conflict($"A dataset split with the name '{write.Split.Name}' already exists.");
    }

    private long UnixNow() => (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
}
