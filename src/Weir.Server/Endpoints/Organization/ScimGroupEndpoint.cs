using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Ledger.Organization;
using Weir.Protocol;
using Weir.Protocol.Organization;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Organization;

/// <summary><c>GET /scim/groups</c>: the groups that the identity provider has told of, by claims or by provisioning.</summary>
internal sealed class ScimGroupEndpoint(OrganizationDirectory directory, OrganizationRecords records, ManagementEdge edge)
{
    public void Map(IEndpointRouteBuilder routes) => edge.Get(routes, "/api/v1/scim/groups", ListAsync);

    private Task ListAsync(HttpContext context, Caller caller)
    {
        var groups = directory.Current.Groups;
        return WireResponse.WriteAsync(
            context,
            new ScimGroupListResponse([.. ListPage.Of(context).Take(groups).Select(records.Of)], groups.Length),
            WireJson.Default.ScimGroupListResponse);
    }
}
