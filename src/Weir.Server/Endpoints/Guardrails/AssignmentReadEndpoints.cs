using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
using Weir.Protocol.Guardrails;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Guardrails;

/// <summary>Lists which keys and members have a guardrail: all there are, or those of one guardrail.</summary>
internal sealed class AssignmentReadEndpoints(
    GuardrailDirectory directory, WorkspaceDirectory workspaces, KeyDirectory keys, Guid organization, ManagementEdge edge)
{
    private const string OfAll = GuardrailWriteEndpoints.Path + "/assignments";

    private readonly GuardrailLookup _lookup = new(directory, workspaces);

    public void Map(IEndpointRouteBuilder routes)
    {
        edge.Get(routes, OfAll + "/keys", (context, _) => ListKeysAsync(context, guardrail: null));
        edge.Get(routes, OfAll + "/members", (context, _) => ListMembersAsync(context, guardrail: null));
        edge.Get(routes, AssignmentWriteEndpoints.OfOne + "/keys", (context, _) => ListKeysAsync(context, _lookup.Find(context)));
        edge.Get(routes, AssignmentWriteEndpoints.OfOne + "/members", (context, _) => ListMembersAsync(context, _lookup.Find(context)));
    }

    private Task ListKeysAsync(HttpContext context, GuardrailRow? guardrail)
    {
        var all = AssignmentRecords.OfKeys(Of(guardrail), keys);
        var page = ListPage.Of(context).Take(all);
        return WireResponse.WriteAsync(context, new KeyAssignmentListResponse(page, all.Length), WireJson.Default.KeyAssignmentListResponse);
    }

    private Task ListMembersAsync(HttpContext context, GuardrailRow? guardrail)
    {
        var all = AssignmentRecords.OfMembers(Of(guardrail), organization);
        var page = ListPage.Of(context).Take(all);
        return WireResponse.WriteAsync(context, new MemberAssignmentListResponse(page, all.Length), WireJson.Default.MemberAssignmentListResponse);
    }

    private IEnumerable<AssignmentRow> Of(GuardrailRow? guardrail) =>
        directory.Current.Assignments.Where(assignment => guardrail is null || assignment.GuardrailId == guardrail.Id);
}
