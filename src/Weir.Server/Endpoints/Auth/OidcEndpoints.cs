using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Server.Auth;
using Weir.Server.Auth.Oidc;
using Weir.Server.Configuration;
using Weir.Server.Endpoints.Console;

namespace Weir.Server.Endpoints.Auth;

/// <summary>The two addresses of a sign-in by an identity provider: where it begins, and where the browser comes back to.</summary>
/// <remarks>They stand outside <see cref="ConsoleGate"/>, since a browser comes from another site: they read no cookie but their own.</remarks>
internal sealed class OidcEndpoints(OidcSignIn signIn, OidcEdge edge, Func<string, string?> environment)
{
    /// <summary>Where the button of the sign-in page leads.</summary>
    public const string BeginPath = "/auth/oidc/start";

    private const int LongestNext = 1_000;

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet(BeginPath, edge.Guard(BeginAsync));
        _ = routes.MapGet(OidcSection.CallbackPath, edge.Guard(EndAsync));
    }

    private async Task BeginAsync(HttpContext context, OidcConfiguration configuration)
    {
        var next = context.Request.Query["next"].ToString();
        next = next.Length is > 0 and <= LongestNext && LoginAddress.IsPage(next) ? next : "/";
        var (address, cookie) = await signIn.BeginAsync(configuration, next, context.RequestAborted);
        OidcCookie.Write(context, cookie, IsSecure(configuration));
        Redirect(context, address);
    }

    private async Task EndAsync(HttpContext context, OidcConfiguration configuration)
    {
        OidcCookie.Clear(context, IsSecure(configuration));
        var secret = configuration.ClientSecretEnv is { } variable ? environment(variable) : null;
        if (configuration.ClientSecretEnv is not null && string.IsNullOrEmpty(secret))
        {
            throw OidcMetadata.Unusable($"the variable {configuration.ClientSecretEnv} is not set, which oidc.client_secret_env names");
        }

        var (session, next) = await signIn.EndAsync(configuration, secret, context.Request.Query, OidcCookie.Read(context.Request), context.RequestAborted);
        SessionCookie.Write(context, session.Token, session.Session.Row.ExpiresAt - session.Session.Row.CreatedAt, IsSecure(configuration));
        edge.Tell(session.Session);
        Redirect(context, next);
    }

    // Where the provider sends browsers is where they see us, whatever stands in between.
    private static bool IsSecure(OidcConfiguration configuration) => configuration.RedirectUri.Scheme == Uri.UriSchemeHttps;

    private static void Redirect(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = address;
    }
}
