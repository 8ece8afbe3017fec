using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Messages;
using Weir.Server.Auth;

namespace Weir.Server.Endpoints.Inference;

/// <summary>How many tokens a request of the Messages API has: Anthropic's clients ask before they send.</summary>
/// <remarks><code>{"input_tokens":2095}</code></remarks>
internal sealed class CountTokensEndpoint(InboundReader reader, PromptCount count)
{
    private readonly MessagesProtocol _protocol = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var root in (string[])["/api/v1/", "/v1/"])
        {
            KeyOnly.Require(routes.MapPost(root + "messages/count_tokens", CountAsync));
        }
    }

    private async Task CountAsync(HttpContext context)
    {
        try
        {
            var inbound = reader.Read(context, _protocol);
            await using var client = inbound.Client;
            var tokens = await count.RunAsync(inbound);
            var json = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"input_tokens\":{tokens}}}"));

            // Nothing is generated, so there is no generation to look up.
            _ = context.Response.Headers.Remove(InboundReader.GenerationHeader);
            var head = new ResponseHead { Status = StatusCodes.Status200OK, ContentType = "application/json", ContentLength = json.Length };
            await client.SendBodyAsync(head, json);
        }
        catch (GatewayException refusal)
        {
            _ = context.Response.Headers.Remove(InboundReader.GenerationHeader);
            await ErrorResponse.WriteAsync(context, refusal.Error, _protocol.WriteError(refusal.Error, id: null));
        }
    }
}
