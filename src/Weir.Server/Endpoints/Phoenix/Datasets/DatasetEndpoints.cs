using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Datasets;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Phoenix's <c>/v1/datasets</c>: lists, versions, examples, and deleting.</summary>
internal sealed class DatasetEndpoints(PhoenixEdge edge, DatasetFinder finder, IDatasetStore store)
{
    private const int UsualPage = 10;
    private const int FlushAfterBytes = 64 << 10;

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/v1/datasets", edge.AnyKey(ListAsync));
        _ = routes.MapGet("/v1/datasets/{id}", edge.AnyKey(GetAsync));
        _ = routes.MapGet("/v1/datasets/{id}/versions", edge.AnyKey(ListVersionsAsync));
        _ = routes.MapGet("/v1/datasets/{id}/examples", edge.AnyKey(ListExamplesAsync));
        _ = routes.MapDelete("/v1/datasets/{id}", edge.ManagementKey(DeleteAsync));
    }

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var page = PageText.NewestFirst(context, NodeType.Dataset, UsualPage);
        var name = new QueryText(context.Request.Query).One("name");
        await PhoenixJson.WritePageAsync(
            context, await store.ListAsync(caller.WorkspaceId, name, page.From, page.Limit, context.RequestAborted), NodeType.Dataset, DatasetJson.Write);
    }

    private async Task GetAsync(HttpContext context, Caller caller)
    {
        var dataset = await finder.FindAsync(context, caller);
        await PhoenixJson.WriteAsync(context, writer => DatasetJson.Write(writer, dataset));
    }

    private async Task ListVersionsAsync(HttpContext context, Caller caller)
    {
        var dataset = await finder.FindAsync(context, caller);
        var page = PageText.NewestFirst(context, NodeType.DatasetVersion, UsualPage);
        await PhoenixJson.WritePageAsync(
            context, await store.ListVersionsAsync(dataset.Id, page.From, page.Limit, context.RequestAborted), NodeType.DatasetVersion, DatasetJson.Write);
    }

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        var dataset = await finder.FindAsync(context, caller);
        _ = await store.DeleteAsync(caller.WorkspaceId, dataset.Id, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    // All of a version at once, as Phoenix gives it: written as it is read.
    private async Task ListExamplesAsync(HttpContext context, Caller caller)
    {
        var dataset = await finder.FindAsync(context, caller);
        var version = await finder.FindVersionAsync(dataset, context.Request.Query["version_id"], context.RequestAborted);
        var splits = await finder.FindSplitsAsync(caller.WorkspaceId, context.Request.Query["split"].OfType<string>(), context.RequestAborted);
        var query = new ExampleQuery
        {
            WorkspaceId = caller.WorkspaceId,
            DatasetId = dataset.Id,
            VersionId = version.Id,
            SplitIds = splits is null ? null : [.. splits.Select(split => split.Id)],
            Limit = 1,
        };
        context.Response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteStartObject("data"u8);
        writer.WriteString("dataset_id"u8, GlobalId.Of(NodeType.Dataset, dataset.Id));
        writer.WriteString("version_id"u8, GlobalId.Of(NodeType.DatasetVersion, version.Id));
        WriteNames(writer, splits);
        writer.WriteStartArray("examples"u8);
        await foreach (var example in ExampleSource.ReadAsync(store, query, context.RequestAborted))
        {
            DatasetJson.Write(writer, example);
            if (writer.BytesPending + context.Response.BodyWriter.UnflushedBytes > FlushAfterBytes)
            {
                await writer.FlushAsync(context.RequestAborted);
                _ = await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter writer, IReadOnlyList<SplitRow>? splits)
    {
        writer.WriteStartArray("filtered_splits"u8);
        foreach (var split in splits ?? [])
        {
            writer.WriteStringValue(split.Name);
        }

        writer.WriteEndArray();
    }
}
