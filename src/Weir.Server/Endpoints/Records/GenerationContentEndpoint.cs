using System.Buffers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger;
using Weir.Ledger.Contents;
using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;
using Weir.Server.Auth;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Records;

/// <summary>What was asked and answered in one exchange, where its workspace has it kept.</summary>
/// <remarks>
/// An inference key sees its own exchanges, a management key those of all. That another key of the workspace made one is no secret, what it said is.
/// </remarks>
internal sealed class GenerationContentEndpoint(ILedgerStore ledger, IContentStore contents, Authorization authorization, ManagementEdge edge)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var show = authorization.AnyKey((context, caller) => edge.GuardOpen(_ => ShowAsync(context, caller))(context));
        _ = routes.MapGet("/api/v1/generation/content", show);
        _ = routes.MapGet("/v1/generation/content", show);
    }

    private async Task ShowAsync(HttpContext context, Caller caller)
    {
        var text = context.Request.Query["id"].ToString();
        if (text.Length == 0)
        {
            throw Refusal.Invalid("The query parameter 'id' is missing: GET /generation/content?id=gen-…");
        }

        var id = new GenerationId(text);
        await RequireReadableAsync(id, caller, context.RequestAborted);
        var content = await LongRead.RunAsync(contents.FindAsync(id, context.RequestAborted))
            ?? throw Refusal.NotFound(
                $"The content of generation '{text}' was not kept, or is not kept any more; docs/logging.md says how a workspace has it kept.");
        var json = new ArrayBufferWriter<byte>(content.Json.Length + 16);
        json.Write("""{"data":"""u8);
        json.Write(content.Json.Span);
        json.Write("}"u8);
        await WireResponse.WriteJsonAsync(context, json.WrittenMemory);
    }

    private async Task RequireReadableAsync(GenerationId id, Caller caller, CancellationToken cancellationToken)
    {
        var isManagement = caller.Key.Kind == KeyKind.Management;
        var generation = await ledger.FindGenerationAsync(id, isManagement ? null : caller.WorkspaceId, cancellationToken)
            ?? throw Refusal.NotFound($"There is no generation '{id.Value}'.");
        if (!isManagement && generation.KeyHash != caller.Key.Hash)
        {
            throw Refusal.Denied("Another key made this request: only that key and management keys can read its content.");
        }
    }
}
