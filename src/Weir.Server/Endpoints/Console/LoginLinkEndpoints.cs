using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Ledger.Organization;
using Weir.Ledger.Sessions;
using Weir.Protocol;
using Weir.Protocol.Console;
using Weir.Protocol.Errors;
using Weir.Protocol.Primitives;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Console;

/// <summary>Makes links that sign in to the console once.</summary>
internal sealed class LoginLinkEndpoints(SessionRegistrar sessions, OrganizationDirectory organization, ManagementEdge edge)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/weir/login-links", edge.Guard(CreateAsync));

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        var server = AddressOf(context.Request);
        var (next, user) = await ReadAsync(context);
        var link = await sessions.CreateLinkAsync(user, context.RequestAborted);
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

    // A request without a body asks for a link to the first page, for whoever may do everything.
    private async Task<(string? Next, string? User)> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength is null or 0 && !context.Request.Headers.ContainsKey("Transfer-Encoding"))
        {
            return default;
        }

        using var document = await ManagementBody.ParseAsync(context);
        var body = ManagementBody.Parse(document);
        body.Allow("next", "user_id");
        if (body.Text("next") is { } next && !LoginAddress.IsPage(next))
        {
            throw Refusal.Invalid($"'next' is '{next}'; it must be a path of this server, for example /traces.");
        }

        if (body.Text("user_id") is { } user && organization.FindUser(user) is not { Disabled: false })
        {
            throw Refusal.Invalid($"'user_id' is '{user}', which is no user, or one who is disabled. GET /api/weir/users lists them.");
        }

        return (body.Text("next"), body.Text("user_id"));
    }
}
