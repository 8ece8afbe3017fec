using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Ledger.Organization;
using Weir.Protocol;
using Weir.Protocol.Organization;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Organization;

/// <summary><c>GET /organization/members</c>: the users who are let in.</summary>
internal sealed class OrganizationMemberEndpoint(OrganizationDirectory directory, ManagementEdge edge)
{
    public void Map(IEndpointRouteBuilder routes) => edge.Get(routes, "/api/v1/organization/members", ListAsync);

    private Task ListAsync(HttpContext context, Caller caller)
    {
        var page = ListPage.Of(context);
        var users = directory.Current.Users.Where(user => !user.Disabled).ToArray();
        return WireResponse.WriteAsync(
            context,
            new OrganizationMemberListResponse([.. page.Take(users).Select(OrganizationRecords.MemberOf)], users.Length),
            WireJson.Default.OrganizationMemberListResponse);
    }
}
