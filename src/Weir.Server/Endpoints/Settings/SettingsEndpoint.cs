using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Console;
using Weir.Server.Configuration;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Settings;

/// <summary><c>GET /api/weir/settings</c>: what is in force of <c>weir.json</c>, without its secrets. The file is changed by who runs the server, not here.</summary>
/// <param name="configuration">What is in force.</param>
/// <param name="file">The file that is read; null: none.</param>
/// <param name="edge">Lets administrators in.</param>
internal sealed class SettingsEndpoint(Func<WeirConfiguration> configuration, string? file, ManagementEdge edge)
{
    public void Map(IEndpointRouteBuilder routes) => edge.Get(routes, "/api/weir/settings", ShowAsync);

    private Task ShowAsync(HttpContext context, Caller caller) => WireResponse.WriteAsync(
        context, new SettingsResponse([.. SettingTexts.Of(configuration())], file is null ? null : Path.GetFullPath(file)), WireJson.Default.SettingsResponse);
}
