using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Secrets;
using Weir.Protocol;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Byok;

/// <summary>Finds the stored credential that a request's path names.</summary>
internal sealed class ProviderKeyLookup(ProviderKeyRegistrar registrar)
{
    /// <exception cref="GatewayException">404.</exception>
    public ProviderKeyRow Find(HttpContext context)
    {
        var text = (string)context.Request.RouteValues["id"]!;
        return registrar.All.FirstOrDefault(row => Guid.TryParse(text, out var id) && row.Id == id) ?? throw Missing(text);
    }

    public static GatewayException Missing(string id) => Refusal.NotFound($"There is no credential '{id}'. GET /api/v1/byok lists those there are.");

    /// <summary>A credential, for the log of changes: what is sealed tells whether it is another one.</summary>
    public static JsonElement Shown(ProviderKeyRow row)
    {
        var shown = JsonSerializer.SerializeToNode(ProviderKeyRecords.Of(row), WireJson.Default.ProviderKeyRecord)!.AsObject();
        shown["key"] = row.Sealed;
        return AuditedChanges.Shown(shown);
    }
}
