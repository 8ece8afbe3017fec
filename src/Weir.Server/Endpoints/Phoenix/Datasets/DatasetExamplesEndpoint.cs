using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Tracing.Datasets;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Phoenix's <c>/v1/datasets/{id}/examples</c>: all of a version at once, written as it is read.</summary>
internal sealed class DatasetExamplesEndpoint(PhoenixEdge edge, DatasetFinder finder, IDatasetStore store)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/datasets/{id}/examples", edge.AnyKey(ListAsync));

    private async Task ListAsync(HttpContext context, Caller caller)
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
        DatasetJson.WriteHead(writer, dataset, version, splits);
        writer.WriteStartArray("examples"u8);
        await foreach (var example in ExampleSource.ReadAsync(store, query, context.RequestAborted))
        {
            DatasetJson.Write(writer, example);
            await PhoenixJson.FlushAsync(context, writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
