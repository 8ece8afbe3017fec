using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Ledger.Authorizations;
using Weir.Ledger.Keys;
using Weir.Ledger.Secrets;
using Weir.Server.Auth;
using Weir.Server.Endpoints.Activity;
using Weir.Server.Endpoints.Audit;
using Weir.Server.Endpoints.Auth;
using Weir.Server.Endpoints.Byok;
using Weir.Server.Endpoints.Credits;
using Weir.Server.Endpoints.Guardrails;
using Weir.Server.Endpoints.Management;
using Weir.Server.Endpoints.Workspaces;
using Weir.Storage.Sqlite.Ledger;

namespace Weir.Server.Composition;

/// <summary>The addresses of <see cref="Routes"/> that are about money and who may spend it.</summary>
internal sealed class GovernanceRoutes(
    Governance governance,
    OrganizationParts organization,
    ProviderKeyRegistrar providerKeys,
    SqliteLedgerStore ledger,
    KeyDirectory keys,
    CatalogState catalog,
    ManagementEdge edge,
    TimeProvider time)
{
    public void Map(IEndpointRouteBuilder web, Authorization authorization, KeyRegistrar registrar, Func<ConsoleHosts> hosts)
    {
        var authorizations = new AuthorizationRegistrar(ledger.Authorizations, registrar, time);
        new CodeEndpoint(authorizations, authorization, edge).Map(web);
        new ExchangeEndpoint(authorizations, edge).Map(web);
        new ConsentEndpoint(hosts).Map(web);
        new ApprovalEndpoint(authorizations, edge).Map(web);
        new ActivityEndpoint(ledger.Activity, governance.Directory, catalog, edge, time).Map(web);
        new FeedbackEndpoints(ledger.Activity, ledger, edge, time).Map(web);
        new AuditEndpoint(ledger.Audit, edge).Map(web);
        new ByokEndpoints(providerKeys, governance.Directory, ledger.DefaultWorkspaceId, keys, edge, time).Map(web);
        new CreditEndpoints(governance.Credits, edge).Map(web);
        new EntryListEndpoint(ledger.Entries, edge).Map(web);
        new RefundEndpoint(governance.Credits, edge).Map(web);
        new CostEndpoint(ledger.Entries, edge).Map(web);
        MapWorkspaces(web);
        MapGuardrails(web);
    }

    private void MapWorkspaces(IEndpointRouteBuilder web)
    {
        var removal = new WorkspaceRemoval(governance.Workspaces, governance.Guardrails, organization.Registrar, keys, ledger.DefaultWorkspaceId, time);
        new WorkspaceReadEndpoints(governance.Directory, organization.Policy, edge).Map(web);
        new WorkspaceWriteEndpoints(governance.Workspaces, removal, governance.Directory, edge, time).Map(web);
        new BudgetEndpoints(governance.Workspaces, governance.Directory, edge).Map(web);
        new MemberEndpoints(ledger.Workspaces, governance.Guardrails, governance.Directory, new MemberRules(organization.Registrar, keys, time), edge, time).Map(web);
    }

    private void MapGuardrails(IEndpointRouteBuilder web)
    {
        var (registrar, guardrails, workspaces) = (governance.Guardrails, governance.GuardrailDirectory, governance.Directory);
        new GuardrailReadEndpoints(guardrails, workspaces, ledger.DefaultWorkspaceId, edge).Map(web);
        new GuardrailWriteEndpoints(registrar, guardrails, workspaces, ledger.DefaultWorkspaceId, catalog, edge, time).Map(web);
        new AssignmentReadEndpoints(guardrails, workspaces, keys, ledger.DefaultWorkspaceId, edge).Map(web);
        new AssignmentWriteEndpoints(registrar, guardrails, workspaces, keys, edge).Map(web);
    }
}
