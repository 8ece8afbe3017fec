using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Weir.Server.Auth;
using Weir.Server.Auth.Oidc;
using Weir.Server.Composition;
using Weir.Server.Configuration;
using Weir.Server.Endpoints.Console;

namespace Weir.Server.Endpoints.Auth;

/// <summary>The two addresses of a sign-in by an identity provider: where it begins, and where the browser comes back to.</summary>
/// <remarks>They stand outside <see cref="ConsoleGate"/>, since a browser comes from another site: they read no cookie but their own.</remarks>
internal sealed partial class OidcEndpoints(OidcSignIn signIn, Func<ServerSettings> settings, Func<string, string?> environment, ILogger<OidcEndpoints> logger)
{
    /// <summary>Where the button of the sign-in page leads.</summary>
    public const string BeginPath = "/auth/oidc/start";

    private const int LongestNext = 1_000;

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet(BeginPath, context => RunAsync(context, BeginAsync));
        _ = routes.MapGet(OidcSection.CallbackPath, context => RunAsync(context, EndAsync));
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
        Log.SignedIn(logger, session.Session.Caller.User!.Id);
        Redirect(context, next);
    }

    private async Task RunAsync(HttpContext context, Func<HttpContext, OidcConfiguration, Task> operation)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        var current = settings();
        if (current.Configuration.Oidc is not { } configuration)
        {
            await PlainText.WriteAsync(context, StatusCodes.Status404NotFound, "No identity provider is configured here: \"oidc\" in weir.json.");
            return;
        }

        if (!current.ConsoleHosts.Allows(context.Request.Host))
        {
            await PlainText.WriteAsync(context, StatusCodes.Status403Forbidden, ConsoleHosts.Refusal(context.Request.Host).Message);
            return;
        }

        try
        {
            await operation(context, configuration);
        }
        catch (OidcException refusal)
        {
            Log.Refused(logger, refusal.Message, refusal.Detail ?? "");
            await PlainText.WriteAsync(context, refusal.Status, $"{refusal.Message}\n\nBack to the sign-in page: {configuration.RedirectUri.GetLeftPart(UriPartial.Authority)}/login");
        }
    }

    // Where the provider sends browsers is where they see us, whatever stands in between.
    private static bool IsSecure(OidcConfiguration configuration) => configuration.RedirectUri.Scheme == Uri.UriSchemeHttps;

    private static void Redirect(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = address;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{User} signed in by the identity provider.")]
        public static partial void SignedIn(ILogger logger, string user);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in by the identity provider was refused: {Message} {Detail}")]
        public static partial void Refused(ILogger logger, string message, string detail);
    }
}
