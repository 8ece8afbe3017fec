using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Datasets;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Phoenix's <c>/v1/dataset_labels</c>.</summary>
internal sealed class LabelEndpoints(PhoenixEdge edge, ILabelStore store)
{
    private const int UsualPage = 100;

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/v1/dataset_labels", edge.AnyKey(ListAsync));
        _ = routes.MapPost("/v1/dataset_labels", edge.AnyKey(CreateAsync));
        _ = routes.MapGet("/v1/dataset_labels/{label_id}", edge.AnyKey(GetAsync));
        _ = routes.MapPatch("/v1/dataset_labels/{label_id}", edge.AnyKey(ChangeAsync));
        _ = routes.MapDelete("/v1/dataset_labels/{label_id}", edge.ManagementKey(DeleteAsync));
    }

    /// <summary>The label of an id.</summary>
    /// <exception cref="GatewayException">422: not the id of a label. 404: the workspace has none such.</exception>
    public static async ValueTask<LabelRow> FindAsync(ILabelStore store, Guid workspaceId, string text, CancellationToken cancellationToken)
    {
        var id = GlobalId.TryReadNumber(text, NodeType.DatasetLabel) ?? throw PhoenixEdge.Unprocessable($"Invalid dataset label ID: {text}");
        return await store.FindAsync(workspaceId, id, cancellationToken) ?? throw PhoenixEdge.NotFound($"Dataset label with ID {text} not found");
    }

    public static void Write(Utf8JsonWriter writer, LabelRow label)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, GlobalId.Of(NodeType.DatasetLabel, label.Id));
        writer.WriteString("name"u8, label.Name);
        writer.WriteString("description"u8, label.Description);
        writer.WriteString("color"u8, label.Color);
        writer.WriteEndObject();
    }

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var page = PageText.NewestFirst(context, NodeType.DatasetLabel, UsualPage);
        await PhoenixJson.WritePageAsync(
            context, await store.ListAsync(caller.WorkspaceId, page.From, page.Limit, context.RequestAborted), NodeType.DatasetLabel, Write);
    }

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        using var document = await PhoenixEdge.ParseAsync(context);
        var body = PhoenixBody.Of(document.RootElement);
        var draft = new LabelRow(0, caller.WorkspaceId, body.RequiredName("name"), body.Text("description"), HexColor.Read(body, "color"));
        var label = await SaveAsync(draft, context.RequestAborted);
        await PhoenixJson.WriteCreatedAsync(context, writer => Write(writer, label));
    }

    private async Task GetAsync(HttpContext context, Caller caller)
    {
        var label = await FindAsync(context, caller);
        await PhoenixJson.WriteAsync(context, writer => Write(writer, label));
    }

    private async Task ChangeAsync(HttpContext context, Caller caller)
    {
        var known = await FindAsync(context, caller);
        using var document = await PhoenixEdge.ParseAsync(context);
        var body = PhoenixBody.Of(document.RootElement);
        var label = await SaveAsync(
            known with
            {
                Name = body.Has("name") ? body.RequiredName("name") : known.Name,
                Description = body.Has("description") ? body.Text("description") : known.Description,
                Color = body.Has("color") ? HexColor.Read(body, "color") : known.Color,
            },
            context.RequestAborted);
        await PhoenixJson.WriteAsync(context, writer => Write(writer, label));
    }

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        _ = await store.DeleteAsync(caller.WorkspaceId, (await FindAsync(context, caller)).Id, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private ValueTask<LabelRow> FindAsync(HttpContext context, Caller caller) =>
        FindAsync(store, caller.WorkspaceId, (string)context.Request.RouteValues["label_id"]!, context.RequestAborted);

    private async Task<LabelRow> SaveAsync(LabelRow label, CancellationToken cancellationToken) => await store.WriteAsync(label, cancellationToken) is { } id
        ? label with { Id = id }
        : throw PhoenixEdge.Conflict($"A dataset label with the name '{label.Name}' already exists.");
}
