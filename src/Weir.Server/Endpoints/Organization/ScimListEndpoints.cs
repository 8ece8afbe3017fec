using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Ledger.Organization;
using Weir.Protocol;
using Weir.Protocol.Organization;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Organization;

/// <summary>Lists the groups that the identity provider has told of, by claims or by provisioning, and what they give.</summary>
internal sealed class ScimListEndpoints(OrganizationDirectory directory, OrganizationRecords records, ManagementEdge edge)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        edge.Get(routes, "/api/v1/scim/groups", ListGroupsAsync);
        edge.Get(routes, "/api/v1/scim/group-mappings", ListMappingsAsync);
    }

    private Task ListGroupsAsync(HttpContext context, Caller caller)
    {
        var groups = directory.Current.Groups;
        return WireResponse.WriteAsync(
            context,
            new ScimGroupListResponse([.. ListPage.Of(context).Take(groups).Select(records.Of)], groups.Length),
            WireJson.Default.ScimGroupListResponse);
    }

    private Task ListMappingsAsync(HttpContext context, Caller caller)
    {
        var mappings = directory.Current.Mappings;
        return WireResponse.WriteAsync(
            context,
            new ScimGroupMappingListResponse([.. ListPage.Of(context).Take(mappings).Select(records.Of)], mappings.Length),
            WireJson.Default.ScimGroupMappingListResponse);
    }
}
