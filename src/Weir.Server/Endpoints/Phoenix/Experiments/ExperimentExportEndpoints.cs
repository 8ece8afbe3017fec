using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Protocol.Errors;
using Weir.Server.Endpoints.Phoenix.Datasets;
using Weir.Tracing.Experiments;

namespace Weir.Server.Endpoints.Phoenix.Experiments;

/// <summary>Phoenix's <c>/v1/experiments/{id}/json</c> and <c>/csv</c>: an experiment's runs and evaluations as a file.</summary>
internal sealed class ExperimentExportEndpoints(PhoenixEdge edge, ExperimentFinder finder, RunSource runs)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/v1/experiments/{experiment_id}/json", edge.AnyKey(JsonAsync));
        _ = routes.MapGet("/v1/experiments/{experiment_id}/csv", edge.AnyKey(CsvAsync));
    }

    private async Task JsonAsync(HttpContext context, Caller caller)
    {
        var experiment = await finder.FindAsync(context, caller);
        var buffer = new ArrayBufferWriter<byte>();
        await using var writer = new Utf8JsonWriter(buffer, JsonLines.Options);
        Download? file = null;
        await foreach (var run in runs.ReadAsync(experiment, context.RequestAborted))
        {
            buffer.Write(file is null ? "[\n"u8 : ",\n"u8);
            file ??= new Download(context, experiment.Name, "json", "text/plain; charset=utf-8");
            RunExport.Write(writer, await runs.WithTokensAsync(run, caller.WorkspaceId, context.RequestAborted));
            await writer.FlushAsync(context.RequestAborted);
            await file.WriteAsync(buffer.WrittenMemory);
            buffer.ResetWrittenCount();
            writer.Reset(buffer);
        }

        await (file ?? throw PhoenixEdge.NotFound("Experiment has no runs")).WriteAsync("\n]\n");
    }

    private async Task CsvAsync(HttpContext context, Caller caller)
    {
        var experiment = await FindForCsvAsync(context, caller);
        var columns = new RunColumns();
        await foreach (var run in runs.ReadAsync(experiment, context.RequestAborted))
        {
            columns.Add(run);
        }

        var file = new Download(context, experiment.Name, "csv", "text/csv");
        await file.WriteAsync(columns.Header());
        await foreach (var run in runs.ReadAsync(experiment, context.RequestAborted))
        {
            // One that came in between and brought a new name has no column for it.
            await file.WriteAsync(columns.Line(await runs.WithTokensAsync(run, caller.WorkspaceId, context.RequestAborted)));
        }
    }

    // Of this operation the contract knows no 404: what is not there is an id that is not valid.
    private async ValueTask<ExperimentRow> FindForCsvAsync(HttpContext context, Caller caller)
    {
        try
        {
            return await finder.FindAsync(context, caller);
        }
        catch (GatewayException missing) when (missing.Error.Code == GatewayErrorCode.NotFound)
        {
            throw PhoenixEdge.Unprocessable(missing.Error.Message);
        }
    }
}
