using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Weir.Ledger.Providers;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Routing;

/// <summary>Shows the switch of the provider that a request's path names, for the log of changes; its health moves by itself.</summary>
internal sealed class ProviderSwitchLookup(ProviderSwitches switches)
{
    public Func<JsonElement> Shown(HttpContext context) => () =>
    {
        var off = switches.Off.GetValueOrDefault((string)context.Request.RouteValues["slug"]!);
        return AuditedChanges.Shown(new JsonObject { ["is_enabled"] = off is null, ["disabled_reason"] = off?.Reason });
    };
}
