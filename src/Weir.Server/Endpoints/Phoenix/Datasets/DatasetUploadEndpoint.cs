using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Datasets;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Phoenix's <c>POST /v1/datasets/upload</c>: a new version, all or nothing, written when it is answered, with <c>sync</c> or without.</summary>
internal sealed class DatasetUploadEndpoint(PhoenixEdge edge, IDatasetStore store, TimeProvider time)
{
    private readonly UploadSlots _slots = new(time);

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/datasets/upload", edge.AnyKey(UploadAsync));

    private Task UploadAsync(HttpContext context, Caller caller) => _slots.RunAsync(
        async () =>
        {
            var upload = await ReadAsync(context, caller);
            var outcome = await store.UploadAsync(upload, context.RequestAborted);
            if (outcome.Problem is { } problem)
            {
                throw outcome.IsNameTaken ? PhoenixEdge.Conflict(problem) : PhoenixEdge.Unprocessable(problem);
            }

            await PhoenixJson.WriteAsync(context, writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("dataset_id"u8, GlobalId.Of(NodeType.Dataset, outcome.DatasetId));
                writer.WriteString("version_id"u8, GlobalId.Of(NodeType.DatasetVersion, outcome.VersionId));
                writer.WriteNumber("num_created_examples"u8, outcome.Created);
                writer.WriteNumber("num_updated_examples"u8, outcome.Updated);
                writer.WriteNumber("num_deleted_examples"u8, outcome.Deleted);
                writer.WriteEndObject();
            });
        },
        context.RequestAborted);

    private async Task<DatasetUpload> ReadAsync(HttpContext context, Caller caller)
    {
        var now = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
        _ = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type);
        var encoding = context.Request.Headers.ContentEncoding.ToString();
        var body = UploadBody.Open(context);
        switch (type?.MediaType.Value?.ToLowerInvariant())
        {
            case "application/json":
                return JsonUploadReader.Read(await UploadBody.ReadAsync(body, encoding, context.RequestAborted), caller.WorkspaceId, now);
            case "multipart/form-data" when HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 } boundary:
                return await UploadForm.ReadAsync(body, boundary.ToString(), caller.WorkspaceId, now, context.RequestAborted);
            default:
                throw PhoenixEdge.Unprocessable("Invalid request Content-Type: it must be application/json or multipart/form-data.");
        }
    }
}
