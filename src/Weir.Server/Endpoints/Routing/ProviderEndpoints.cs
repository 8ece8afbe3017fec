using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Ledger.Keys;
using Weir.Ledger.Providers;
using Weir.Protocol;
using Weir.Protocol.Routing;
using Weir.Server.Auth;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Routing;

/// <summary><c>/api/weir/providers</c>: who answers here and how that goes, for anybody with a key; switching one off and on, for who manages.</summary>
/// <remarks>A switch is in force for every request that is routed after it was answered. Requests under way keep the plan that they have.</remarks>
internal sealed class ProviderEndpoints(
    CatalogState catalog,
    ProviderSwitches switches,
    ProviderRecords records,
    Authorization authorization,
    ManagementEdge edge,
    TimeProvider time)
{
    private const int LongestReason = 500;

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/api/weir/providers", authorization.AnyKey(ListAsync));
        edge.Patch(routes, "/api/weir/providers/{slug}", SwitchAsync, new ProviderSwitchLookup(switches).Shown);
    }

    private Task ListAsync(HttpContext context, Caller caller)
    {
        var isManaging = caller.Key.Kind == KeyKind.Management;
        return WireResponse.WriteAsync(
            context,
            new DataResponse<IReadOnlyList<ProviderStatusRecord>>(records.All(catalog.Current, switches.Off, isManaging)),
            WireJson.Default.DataResponseIReadOnlyListProviderStatusRecord);
    }

    private async Task SwitchAsync(HttpContext context, Caller caller)
    {
        var slug = (string)context.Request.RouteValues["slug"]!;
        var body = await ManagementBody.ReadAsync(context, "enabled", "reason");
        var isEnabled = body.Flag("enabled") ?? throw Refusal.Invalid("'enabled' is missing: true or false.");
        var reason = body.Text("reason", LongestReason);
        if (isEnabled && reason is not null)
        {
            throw Refusal.Invalid("'reason' says why a provider is off; leave it out to switch it on.");
        }

        // One that the configuration has lost can still be switched on: else it would stay off for when it comes back.
        if (records.Find(catalog.Current, slug, switches.Off) is null && !switches.Off.ContainsKey(slug))
        {
            throw Refusal.NotFound($"There is no provider '{slug}'. GET /api/weir/providers lists those that there are.");
        }

        await ChangeAsync(slug, isEnabled, reason, caller, context.RequestAborted);
        var record = records.Find(catalog.Current, slug, switches.Off) ?? throw Refusal.NotFound($"The provider '{slug}' is switched on again, and is not in the catalogue.");
        await WireResponse.WriteAsync(context, new DataResponse<ProviderStatusRecord>(record), WireJson.Default.DataResponseProviderStatusRecord);
    }

    private async Task ChangeAsync(string slug, bool isEnabled, string? reason, Caller caller, CancellationToken cancellationToken)
    {
        if (isEnabled)
        {
            await switches.SwitchOnAsync(slug, cancellationToken);
            return;
        }

        try
        {
            await switches.SwitchOffAsync(new ProviderSwitch(slug, time.GetUtcNow(), caller.Key.Label, reason), cancellationToken);
        }
        catch (InvalidOperationException full)
        {
            throw Refusal.Conflict(full.Message);
        }
    }
}
