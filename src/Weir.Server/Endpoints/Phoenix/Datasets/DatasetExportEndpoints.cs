using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Tracing.Datasets;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Phoenix's <c>/v1/datasets/{id}/csv</c> and <c>/jsonl</c>: a version as a file.</summary>
internal sealed class DatasetExportEndpoints(PhoenixEdge edge, DatasetFinder finder, IDatasetStore store)
{
    private const string Lines = "text/plain; charset=utf-8";

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/v1/datasets/{id}/csv", edge.AnyKey(CsvAsync));
        _ = routes.MapGet("/v1/datasets/{id}/jsonl", edge.AnyKey((context, caller) => LinesAsync(context, caller, JsonLines.WriteExample)));
        _ = routes.MapGet("/v1/datasets/{id}/jsonl/openai_ft", edge.AnyKey((context, caller) => LinesAsync(context, caller, JsonLines.WriteFineTuning)));
        _ = routes.MapGet("/v1/datasets/{id}/jsonl/openai_evals", edge.AnyKey((context, caller) => LinesAsync(context, caller, JsonLines.WriteEvals)));
    }

    private async Task CsvAsync(HttpContext context, Caller caller)
    {
        var (dataset, query) = await finder.FindForFileAsync(context, caller);
        var columns = new ExampleColumns();
        await foreach (var example in ExampleSource.ReadAsync(store, query, context.RequestAborted))
        {
            columns.Add(example);
        }

        var file = new Download(context, dataset.Name, "csv", "text/csv");
        await file.WriteAsync(columns.Header());
        await foreach (var example in ExampleSource.ReadAsync(store, query, context.RequestAborted))
        {
            await file.WriteAsync(columns.Line(example));
        }
    }

    private async Task LinesAsync(HttpContext context, Caller caller, Action<Utf8JsonWriter, ExampleRow> write)
    {
        var (dataset, query) = await finder.FindForFileAsync(context, caller);
        var file = new Download(context, dataset.Name, "jsonl", Lines);
        var buffer = new ArrayBufferWriter<byte>();
        await using var writer = new Utf8JsonWriter(buffer, JsonLines.Options);
        await foreach (var example in ExampleSource.ReadAsync(store, query, context.RequestAborted))
        {
            write(writer, example);
            await writer.FlushAsync(context.RequestAborted);
            buffer.Write("\n"u8);
            await file.WriteAsync(buffer.WrittenMemory);
            buffer.ResetWrittenCount();
            writer.Reset(buffer);
        }
    }
}
