using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Weir.Ledger.Sessions;
using Weir.Server.Auth;
using Weir.Server.Auth.Oidc;
using Weir.Server.Composition;
using Weir.Server.Configuration;

namespace Weir.Server.Endpoints.Auth;

/// <summary>What both addresses of a sign-in by an identity provider share: that one is configured, a name of this server, and refusals as words for a person.</summary>
internal sealed partial class OidcEdge(Func<ServerSettings> settings, ILogger<OidcEdge> logger)
{
    public RequestDelegate Guard(Func<HttpContext, OidcConfiguration, Task> operation) => context => RunAsync(context, operation);

    public void Tell(OpenSession session) => Log.SignedIn(logger, session.Row.UserId ?? "");

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

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{User} signed in by the identity provider.")]
        public static partial void SignedIn(ILogger logger, string user);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in by the identity provider was refused: {Message} {Detail}")]
        public static partial void Refused(ILogger logger, string message, string detail);
    }
}
