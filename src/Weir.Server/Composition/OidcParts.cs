using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Weir.Ledger.Organization;
using Weir.Ledger.Sessions;
using Weir.Server.Auth.Oidc;
using Weir.Server.Endpoints.Auth;

namespace Weir.Server.Composition;

/// <summary>What sign-in by an identity provider is made of; idle while none is configured.</summary>
internal sealed class OidcParts : IDisposable
{
    private readonly OidcClient _client;
    private readonly OidcMetadataState _metadata;
    private readonly SignInTickets _tickets;
    private readonly OidcSignIn _signIn;

    public OidcParts(OrganizationRegistrar organization, SessionRegistrar sessions, TimeProvider time)
    {
        _client = new OidcClient(time);
        _metadata = new OidcMetadataState(_client, time);
        _tickets = new SignInTickets(time);
        _signIn = new OidcSignIn(_client, _metadata, new IdTokenReader(_metadata, time), _tickets, new UserProvisioning(organization, time), sessions);
    }

    public void Map(IEndpointRouteBuilder web, SettingsState settings, Func<string, string?> environment, ILoggerFactory loggers) =>
        new OidcEndpoints(_signIn, new OidcEdge(() => settings.Current, loggers.CreateLogger<OidcEdge>()), environment).Map(web);

    /// <inheritdoc/>
    public void Dispose()
    {
        _metadata.Dispose();
        _tickets.Dispose();
        _client.Dispose();
    }
}
