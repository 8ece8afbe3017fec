using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Experiments;

namespace Weir.Server.Endpoints.Phoenix.Experiments;

/// <summary>Phoenix's <c>/v1/experiments/{id}/tags</c>: names that point at one experiment of a dataset, <c>baseline</c> for example.</summary>
internal sealed class ExperimentTagEndpoints(PhoenixEdge edge, ExperimentFinder finder, IExperimentStore store)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/v1/experiments/{experiment_id}/tags", edge.AnyKey(ListAsync));
        _ = routes.MapPost("/v1/experiments/{experiment_id}/tags", edge.AnyKey(TagAsync));
        _ = routes.MapDelete("/v1/experiments/{experiment_id}/tags/{tag_identifier}", edge.AnyKey(UntagAsync));
    }

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var tags = await store.ListTagsAsync((await finder.FindAsync(context, caller)).Id, context.RequestAborted);
        await PhoenixJson.WriteAsync(context, writer =>
        {
            writer.WriteStartArray();
            foreach (var tag in tags)
            {
                ExperimentJson.Write(writer, tag);
            }

            writer.WriteEndArray();
        });
    }

    private async Task TagAsync(HttpContext context, Caller caller)
    {
        var experiment = await finder.FindAsync(context, caller);
        using var document = await PhoenixEdge.ParseAsync(context);
        var body = PhoenixBody.Of(document.RootElement);
        var tag = await store.TagAsync(experiment, PhoenixIdentifier.Read(body, "name"), body.Text("description"), context.RequestAborted)
            ?? throw PhoenixEdge.NotFound("The experiment has been deleted.");
        await PhoenixJson.WriteAsync(context, writer => ExperimentJson.Write(writer, tag));
    }

    private async Task UntagAsync(HttpContext context, Caller caller)
    {
        var experiment = await finder.FindAsync(context, caller);
        var named = (string)context.Request.RouteValues["tag_identifier"]!;
        var id = GlobalId.TryReadNumber(named, NodeType.ExperimentTag);
        if (id is null && !PhoenixIdentifier.IsValid(named))
        {
            throw PhoenixEdge.Unprocessable($"Invalid tag identifier: {named}");
        }

        await store.UntagAsync(experiment.Id, id, named, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
