using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Ledger.Sessions;
using Weir.Protocol;
using Weir.Protocol.Console;
using Weir.Protocol.Errors;
using Weir.Protocol.Primitives;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Console;

/// <summary>Makes links that sign in to the console once.</summary>
internal sealed class LoginLinkEndpoints(SessionRegistrar sessions, ManagementEdge edge)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/weir/login-links", edge.Guard(CreateAsync));

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        var server = AddressOf(context.Request);
        var next = await ReadNextAsync(context);
        var link = await sessions.CreateLinkAsync(context.RequestAborted);
        await WireResponse.WriteAsync(
            context,
            new DataResponse<LoginLinkRecord>(new LoginLinkRecord
            {
                Url = LoginAddress.Of(server, link.Token, next).AbsoluteUri,
                ExpiresAt = WireTime.Format(link.ExpiresAt),
            }),
            WireJson.Default.DataResponseLoginLinkRecord,
            StatusCodes.Status201Created);
    }

    // As the caller reached it: that is where the link is to be opened.
    private static Uri AddressOf(HttpRequest request) => Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var address)
        ? address
        : throw new GatewayException(GatewayError.Client(GatewayErrorCode.InvalidRequest, $"The Host header is '{request.Host}'; the link needs the name or address of this server there."));

    // A request without a body asks for a link to the first page.
    private static async Task<string?> ReadNextAsync(HttpContext context)
    {
        if (context.Request.ContentLength is null or 0 && !context.Request.Headers.ContainsKey("Transfer-Encoding"))
        {
            return null;
        }

        using var document = await ManagementBody.ParseAsync(context);
        var body = ManagementBody.Parse(document);
        body.Allow("next");
        var next = body.Text("next");
        return next is null || LoginAddress.IsPage(next)
            ? next
            : throw new GatewayException(GatewayError.Client(
                GatewayErrorCode.InvalidRequest,
                $"'next' is '{next}'; it must be a path of this server, for example /traces."));
    }
}
