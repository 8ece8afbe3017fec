using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Organization;
using Weir.Protocol;
using Weir.Protocol.Organization;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Organization;

/// <summary>Finds the user that a request's path names, and shows users.</summary>
internal sealed class UserLookup(OrganizationRegistrar registrar)
{
    /// <exception cref="GatewayException">404.</exception>
    public UserRow Find(HttpContext context)
    {
        var id = (string)context.Request.RouteValues["user_id"]!;
        return registrar.Directory.FindUser(id) ?? throw Missing(id);
    }

    public static GatewayException Missing(string id) => Refusal.NotFound($"There is no user '{id}'. GET /api/weir/users lists them.");

    public UserRecord RecordOf(UserRow user) => OrganizationRecords.Of(user, registrar.Directory.MembershipsOf(user.Id));

    /// <summary>A user, for the log of changes.</summary>
    public JsonElement Shown(UserRow user) => AuditedChanges.Shown(RecordOf(user), WireJson.Default.UserRecord);
}
