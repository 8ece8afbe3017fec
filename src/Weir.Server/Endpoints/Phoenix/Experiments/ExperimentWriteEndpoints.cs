using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Phoenix.Datasets;
using Weir.Tracing.Experiments;

namespace Weir.Server.Endpoints.Phoenix.Experiments;

/// <summary>Phoenix's <c>POST /v1/datasets/{id}/experiments</c> and <c>PATCH /v1/experiments/{id}</c>.</summary>
internal sealed class ExperimentWriteEndpoints(PhoenixEdge edge, DatasetFinder datasets, ExperimentFinder finder, IExperimentStore store, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapPost("/v1/datasets/{dataset_id}/experiments", edge.AnyKey(CreateAsync));
        _ = routes.MapPatch("/v1/experiments/{experiment_id}", edge.AnyKey(ChangeAsync));
    }

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        var dataset = await datasets.FindAsync(context, caller, "dataset_id");
        using var document = await PhoenixEdge.ParseAsync(context);
        var body = PhoenixBody.Of(document.RootElement);
        var version = await datasets.FindVersionAsync(dataset, body.Text("version_id"), context.RequestAborted);
        var splits = await datasets.FindSplitsAsync(caller.WorkspaceId, body.OptionalTexts("splits"), context.RequestAborted);
        var created = await store.CreateAsync(ExperimentForm.Read(body, dataset, version, splits, UnixNow()), context.RequestAborted)
            ?? throw PhoenixEdge.NotFound("The dataset has been deleted.");
        await PhoenixJson.WriteAsync(context, writer => ExperimentJson.Write(writer, created));
    }

    private async Task ChangeAsync(HttpContext context, Caller caller)
    {
        var known = await finder.FindAsync(context, caller);
        using var document = await PhoenixEdge.ParseAsync(context);
        var body = PhoenixBody.Of(document.RootElement);
        var experiment = ExperimentForm.Change(known, body, UnixNow());
        if (!await store.ChangeAsync(experiment, context.RequestAborted))
        {
            throw PhoenixEdge.NotFound("The experiment has been deleted.");
        }

        await PhoenixJson.WriteAsync(context, writer => ExperimentJson.Write(writer, experiment));
    }

    private long UnixNow() => (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
}
