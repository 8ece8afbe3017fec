using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Datasets;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Phoenix's <c>/v1/datasets/{id or name}/splits</c>. A split belongs to the workspace; the dataset is whose examples enter and leave it.</summary>
internal sealed class SplitEndpoints(PhoenixEdge edge, DatasetFinder finder, ISplitStore store, TimeProvider time)
{
    private const string UsualColor = "#33c5e8";
    private const int MostExamples = 100_000;

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
        var now = UnixNow();
        var split = new SplitRow
        {
            WorkspaceId = caller.WorkspaceId,
            Name = body.RequiredName("name"),
            Description = body.Text("description"),
            Color = body.Text("color") is null ? UsualColor : HexColor.Read(body, "color"),
            Metadata = body.ObjectText("metadata") ?? "{}",
            CreatedUnixNanos = now,
            UpdatedUnixNanos = now,
        };
        var outcome = await SaveAsync(new SplitWrite(split, dataset.Id, Examples(body, "example_ids"), []), context.RequestAborted);
        await PhoenixJson.WriteCreatedAsync(context, writer => Write(writer, outcome));
    }

    private async Task ChangeAsync(HttpContext context, Caller caller)
    {
        var dataset = await finder.FindNamedAsync(context, caller);
        var known = await FindAsync(context, caller);
        using var document = await PhoenixEdge.ParseAsync(context);
        var body = PhoenixBody.Of(document.RootElement);
        var split = known with
        {
            Name = body.Has("name") ? body.RequiredName("name") : known.Name,
            Description = body.Has("description") ? body.Text("description") : known.Description,
            Color = body.Has("color") ? HexColor.Read(body, "color") : known.Color,
            Metadata = body.ObjectText("metadata") ?? known.Metadata,
            UpdatedUnixNanos = UnixNow(),
        };
        var write = new SplitWrite(split, dataset.Id, Examples(body, "add_example_ids"), Examples(body, "remove_example_ids"));
        var outcome = await SaveAsync(write, context.RequestAborted);
        await PhoenixJson.WriteAsync(context, writer => Write(writer, outcome));
    }

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        _ = await finder.FindNamedAsync(context, caller);
        _ = await store.DeleteAsync(caller.WorkspaceId, (await FindAsync(context, caller)).Id, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async ValueTask<SplitRow> FindAsync(HttpContext context, Caller caller)
    {
        var text = (string)context.Request.RouteValues["split_id"]!;
        var id = GlobalId.TryReadNumber(text, NodeType.DatasetSplit) ?? throw PhoenixEdge.Unprocessable($"Invalid dataset split ID: {text}");
        return await store.FindAsync(caller.WorkspaceId, id, context.RequestAborted) ?? throw PhoenixEdge.NotFound($"Dataset split with ID {text} not found");
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

    private static ImmutableArray<long> Examples(PhoenixBody body, string name)
    {
        var texts = body.OptionalTexts(name);
        if (texts.Count > MostExamples)
        {
            throw PhoenixEdge.Unprocessable($"{body.PlaceOf(name)} has more than {MostExamples} ids; send them in several requests.");
        }

        return [.. texts.Select(text => GlobalId.TryReadNumber(text, NodeType.DatasetExample) ?? throw Invalid(body, name, text))];
    }

    private static GatewayException Invalid(PhoenixBody body, string name, string text) =>
        PhoenixEdge.Unprocessable($"{body.PlaceOf(name)}: '{text}' is not the id of a dataset example.");

    private static void Write(Utf8JsonWriter writer, SplitOutcome outcome)
    {
        var split = outcome.Split!;
        writer.WriteStartObject();
        writer.WriteString("id"u8, GlobalId.Of(NodeType.DatasetSplit, split.Id));
        writer.WriteString("name"u8, split.Name);
        writer.WriteString("description"u8, split.Description);
        writer.WriteString("color"u8, split.Color);
        PhoenixJson.WriteRaw(writer, "metadata"u8, split.Metadata);
        writer.WriteNumber("example_count"u8, outcome.ExampleCount);
        PhoenixJson.WriteTime(writer, "created_at"u8, split.CreatedUnixNanos);
        PhoenixJson.WriteTime(writer, "updated_at"u8, split.UpdatedUnixNanos);
        writer.WriteEndObject();
    }

    private long UnixNow() => (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
}
