using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Chat;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Errors;
using Weir.Protocol.Routing;
using Weir.Server.Auth;
using Weir.Server.Endpoints.Inference;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Routing;

/// <summary>
/// <c>POST /api/weir/route</c>: what would become of a chat completion. The body is that of <c>/chat/completions</c>; nothing is sent, held or recorded.
/// </summary>
/// <remarks>Whoever manages may ask for another key with <c>?key_hash=</c>: its workspace, guardrails and limits then decide.</remarks>
internal sealed class RoutePreviewEndpoint(Authorization authorization, InboundReader reader, RoutePreview preview, RoutePreviewRecords records, KeyDirectory keys)
{
    private readonly ChatProtocol _protocol = new();

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/weir/route", authorization.AnyKey(PreviewAsync));

    private async Task PreviewAsync(HttpContext context, Caller caller)
    {
        try
        {
            var subject = SubjectOf(context, caller);
            var inbound = reader.Read(context, _protocol);
            await using var client = inbound.Client;

            // There is no generation to look up.
            _ = context.Response.Headers.Remove(InboundReader.GenerationHeader);
            var previewed = await preview.RunAsync(new Authenticated(inbound, subject));
            await WireResponse.WriteAsync(context, new DataResponse<RoutePreviewRecord>(records.Of(previewed)), WireJson.Default.DataResponseRoutePreviewRecord);
        }
        catch (GatewayException refusal)
        {
            await ErrorResponse.WriteAsync(context, refusal.Error);
        }
    }

    private Caller SubjectOf(HttpContext context, Caller caller)
    {
        if (context.Request.Query["key_hash"].ToString() is not { Length: > 0 } text)
        {
            return caller;
        }

        if (caller.Key.Kind != KeyKind.Management)
        {
            throw new GatewayException(GatewayError.Client(GatewayErrorCode.PermissionDenied, "Only a management key can ask for another key. Leave key_hash out."));
        }

        return KeyHash.TryParse(text, out var hash) && keys.Find(hash) is { Key.Kind: KeyKind.Inference } key
            ? key
            : throw Refusal.NotFound($"There is no inference key with the hash '{text}'.");
    }
}
