using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Phoenix.Datasets;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Experiments;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Phoenix.Experiments;

/// <summary>Phoenix's <c>/v1/datasets/{id}/experiments</c> and <c>/v1/experiments/{id}</c>.</summary>
internal sealed class ExperimentEndpoints(
    PhoenixEdge edge, DatasetFinder datasets, ExperimentFinder finder, IExperimentStore store, ITraceStore traces, IProjectStore projects, TimeProvider time)
{
    private const int UsualPage = 50;
    private const int MostRepetitions = 1000;

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapPost("/v1/datasets/{dataset_id}/experiments", edge.AnyKey(CreateAsync));
        _ = routes.MapGet("/v1/datasets/{dataset_id}/experiments", edge.AnyKey(ListAsync));
        _ = routes.MapGet("/v1/experiments/{experiment_id}", edge.AnyKey(GetAsync));
        _ = routes.MapPatch("/v1/experiments/{experiment_id}", edge.AnyKey(ChangeAsync));
        _ = routes.MapDelete("/v1/experiments/{experiment_id}", edge.ManagementKey(DeleteAsync));
    }

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        var dataset = await datasets.FindAsync(context, caller, "dataset_id");
        using var document = await PhoenixEdge.ParseAsync(context);
        var body = PhoenixBody.Of(document.RootElement);
        var version = await datasets.FindVersionAsync(dataset, body.Text("version_id"), context.RequestAborted);
        var splits = await datasets.FindSplitsAsync(caller.WorkspaceId, body.OptionalTexts("splits"), context.RequestAborted);
        var now = UnixNow();
        var experiment = new ExperimentRow
        {
            Id = 0,
            WorkspaceId = caller.WorkspaceId,
            DatasetId = dataset.Id,
            VersionId = version.Id,
            Name = body.Text("name") is null or "" ? $"experiment-{Random(4)}" : body.RequiredName("name"),
            Description = body.Text("description"),
            Metadata = body.ObjectText("metadata") ?? "{}",
            Repetitions = Repetitions(body),

            // Its own project: the traces of two experiments are never mixed.
            ProjectName = $"Experiment-{Random(12)}",
            CreatedUnixNanos = now,
            UpdatedUnixNanos = now,
        };
        var created = await store.CreateAsync(new ExperimentDraft(experiment, splits is null ? null : [.. splits.Select(split => split.Id)]), context.RequestAborted)
            ?? throw PhoenixEdge.NotFound("The dataset has been deleted.");
        await PhoenixJson.WriteAsync(context, writer => ExperimentJson.Write(writer, created));
    }

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var dataset = await datasets.FindAsync(context, caller, "dataset_id");
        var page = PageText.NewestFirst(context, NodeType.Experiment, UsualPage);
        await PhoenixJson.WritePageAsync(
            context, await store.ListAsync(caller.WorkspaceId, dataset.Id, page.From, page.Limit, context.RequestAborted), NodeType.Experiment, ExperimentJson.Write);
    }

    private async Task GetAsync(HttpContext context, Caller caller)
    {
        var experiment = await finder.FindAsync(context, caller);
        await PhoenixJson.WriteAsync(context, writer => ExperimentJson.Write(writer, experiment));
    }

    private async Task ChangeAsync(HttpContext context, Caller caller)
    {
        var known = await finder.FindAsync(context, caller);
        using var document = await PhoenixEdge.ParseAsync(context);
        var body = PhoenixBody.Of(document.RootElement);
        if (body.Has("metadata") && body.Object("metadata") is null)
        {
            throw PhoenixEdge.Unprocessable("'metadata' must be a JSON object.");
        }

        var experiment = known with
        {
            Name = body.Has("name") ? body.RequiredName("name") : known.Name,
            Description = body.Has("description") ? body.Text("description") : known.Description,
            Metadata = body.ObjectText("metadata") ?? known.Metadata,
            UpdatedUnixNanos = UnixNow(),
        };
        if (!await store.ChangeAsync(experiment, context.RequestAborted))
        {
            throw PhoenixEdge.NotFound("The experiment has been deleted.");
        }

        await PhoenixJson.WriteAsync(context, writer => ExperimentJson.Write(writer, experiment));
    }

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        var experiment = await finder.FindAsync(context, caller);
        await store.DeleteAsync(experiment, context.RequestAborted);
        var isWithProject = string.Equals(new QueryText(context.Request.Query).One("delete_project"), "true", StringComparison.OrdinalIgnoreCase);
        if (isWithProject && await traces.FindProjectAsync(caller.WorkspaceId, experiment.ProjectName, context.RequestAborted) is { } project)
        {
            await projects.EraseProjectAsync(project, context.RequestAborted);
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static int Repetitions(PhoenixBody body) => (body.Count("repetitions") ?? 1) is <= MostRepetitions and var repetitions
        ? repetitions
        : throw PhoenixEdge.Unprocessable($"'repetitions' must be at most {MostRepetitions}.");

    private static string Random(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));

    private long UnixNow() => (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
}
