using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Protocol.Errors;
using Weir.Server.Endpoints.Management;
using Weir.Server.Endpoints.Traces;

namespace Weir.Server.Endpoints.Phoenix.Keys;

/// <summary>Phoenix's <c>/v1/system/api_keys</c>: the inference keys of the workspace, which belong to programs and not to people.</summary>
internal sealed class SystemKeyEndpoints(PhoenixEdge edge, KeyRegistrar registrar, KeyLookup lookup)
{
    private const string Address = "/v1/system/api_keys";

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet(Address, edge.ManagementKey(ListAsync));
        _ = routes.MapPost(Address, edge.ManagementKey(CreateAsync));
        _ = routes.MapDelete(Address + "/{api_key_id}", edge.ManagementKey(DeleteAsync));
    }

    private Task ListAsync(HttpContext context, Caller caller) => PhoenixJson.WriteAsync(context, writer =>
    {
        writer.WriteStartArray();
        foreach (var known in lookup.All(caller.WorkspaceId))
        {
            Write(writer, known.Key, text: null);
        }

        writer.WriteEndArray();
    });

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        using var document = await PhoenixEdge.ParseAsync(context);
        var data = PhoenixBody.Of(document.RootElement).Object("data") ?? throw PhoenixEdge.Unprocessable("'data' is missing.");
        if (data.Text("description") is { Length: > 0 })
        {
            throw new GatewayException(GatewayError.NotBuilt("A description of a key"));
        }

        var expires = data.OptionalTime("expires_at")?.ToUniversalTime();
        var draft = new KeyDraft { Name = data.RequiredName("name"), WorkspaceId = caller.WorkspaceId, ExpiresAt = expires };
        var (row, text) = await registrar.CreateAsync(draft, context.RequestAborted);
        await PhoenixJson.WriteCreatedAsync(context, writer => Write(writer, row, text));
    }

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        var text = (string)context.Request.RouteValues["api_key_id"]!;
        if (GlobalId.TryRead(text, NodeType.SystemApiKey) is not { } id || !KeyHash.TryParse(id, out var hash))
        {
            throw PhoenixEdge.Unprocessable($"Invalid API key ID: {text}");
        }

        if (!lookup.All(caller.WorkspaceId).Any(known => known.Key.Hash == hash))
        {
            throw PhoenixEdge.NotFound($"System API key with ID {text} not found");
        }

        await registrar.DeleteAsync(hash, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    // The text of a key is there once, when it is made.
    private static void Write(Utf8JsonWriter writer, KeyRow key, string? text)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, GlobalId.Of(NodeType.SystemApiKey, key.Hash.ToString()));
        writer.WriteString("name"u8, key.Name);
        writer.WriteNull("description"u8);
        WriteTime(writer, "created_at"u8, key.CreatedAt);
        if (key.ExpiresAt is { } expires)
        {
            WriteTime(writer, "expires_at"u8, expires);
        }
        else
        {
            writer.WriteNull("expires_at"u8);
        }

        if (text is not null)
        {
            writer.WriteString("key"u8, text);
        }

        writer.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset time) =>
        PhoenixJson.WriteTime(writer, name, (time - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick);
}
