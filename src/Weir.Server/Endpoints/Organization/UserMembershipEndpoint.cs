using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Ledger.Organization;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
using Weir.Protocol.Organization;
using Weir.Server.Endpoints.Management;
using Weir.Server.Endpoints.Workspaces;

namespace Weir.Server.Endpoints.Organization;

/// <summary><c>PUT /api/weir/users/{user_id}/workspaces/{id}</c>: gives a user a role in a workspace, which the API of workspaces has no word for.</summary>
internal sealed class UserMembershipEndpoint(
    OrganizationRegistrar registrar, IWorkspaceStore store, WorkspaceDirectory workspaces, ManagementEdge edge, TimeProvider time)
{
    private readonly UserLookup _users = new(registrar);
    private readonly WorkspaceLookup _lookup = new(workspaces);

    public void Map(IEndpointRouteBuilder routes) =>
        edge.Put(routes, "/api/weir/users/{user_id}/workspaces/{id}", SetAsync, context => () => _users.Shown(_users.Find(context)));

    private async Task SetAsync(HttpContext context, Caller caller)
    {
        var user = _users.Find(context);
        var workspace = _lookup.Find(context).Id;
        var now = time.GetUtcNow();
        var role = RoleText.Member(await ManagementBody.ReadAsync(context, "role"));
        await store.SaveMemberAsync(
            new MemberRow { Id = Guid.CreateVersion7(now), WorkspaceId = workspace, UserId = user.Id, Role = role, CreatedAt = now },
            context.RequestAborted);
        await registrar.RefreshAsync(CancellationToken.None);
        await WireResponse.WriteAsync(context, new DataResponse<UserRecord>(_users.RecordOf(user)), WireJson.Default.DataResponseUserRecord);
    }
}
