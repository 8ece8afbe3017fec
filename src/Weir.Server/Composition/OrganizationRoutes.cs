using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Ledger.Sessions;
using Weir.Server.Auth;
using Weir.Server.Endpoints.Benchmarks;
using Weir.Server.Endpoints.Console;
using Weir.Server.Endpoints.Management;
using Weir.Server.Endpoints.Organization;
using Weir.Server.Endpoints.Scim;
using Weir.Storage.Sqlite.Ledger;

namespace Weir.Server.Composition;

/// <summary>The addresses of <see cref="Routes"/> that are about users, and the published facts that any key may read.</summary>
internal sealed class OrganizationRoutes(OrganizationParts organization, Governance governance, SqliteLedgerStore ledger, ManagementEdge edge, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder web, Authorization authorization, SessionRegistrar sessions, CatalogState catalog)
    {
        var records = new OrganizationRecords(ledger.DefaultWorkspaceId);
        new OrganizationMemberEndpoint(organization.Directory, edge).Map(web);
        new UserEndpoints(organization.Registrar, edge, time).Map(web);
        new UserMembershipEndpoint(organization.Registrar, ledger.Workspaces, governance.Directory, edge, time).Map(web);
        new ScimListEndpoints(organization.Directory, records, edge).Map(web);
        new ScimMappingEndpoints(organization.Registrar, governance.Directory, records, edge, time).Map(web);
        MapScim(web, new ScimEdge(edge));
        new LoginLinkEndpoints(sessions, organization.Directory, edge).Map(web);
        new BenchmarkEndpoint(catalog, authorization, time).Map(web);
        new TaskClassificationEndpoint(authorization, time).Map(web);
    }

    private void MapScim(IEndpointRouteBuilder web, ScimEdge scim)
    {
        new ScimConfigEndpoint(scim).Map(web);
        new ScimUserEndpoints(organization.Registrar, scim, time).Map(web);
        new ScimGroupEndpoints(organization.Registrar, scim, time).Map(web);
    }
}
