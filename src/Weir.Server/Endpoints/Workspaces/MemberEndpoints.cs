using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Ledger.Organization;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
using Weir.Protocol.Workspaces;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Workspaces;

/// <summary>Who belongs to a workspace.</summary>
internal sealed class MemberEndpoints(IWorkspaceStore store, WorkspaceDirectory directory, OrganizationRegistrar organization, KeyDirectory keys, ManagementEdge edge, TimeProvider time)
{
    private const string Path = "/api/v1/workspaces/{id}/members";
    private const int MostUsers = 100;
    private const int LongestUser = 256;

    private readonly WorkspaceLookup _lookup = new(directory);

    public void Map(IEndpointRouteBuilder routes)
    {
        edge.Get(routes, Path, ListAsync);
        edge.Post(routes, Path + "/add", AddAsync);
        edge.Post(routes, Path + "/remove", RemoveAsync);
    }

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var page = ListPage.Of(context);
        var members = await store.ReadMembersAsync(_lookup.Find(context).Id, context.RequestAborted);
        await WireResponse.WriteAsync(
            context,
            new MemberListResponse([.. page.Take(members).Select(WorkspaceRecords.Of)], members.Count),
            WireJson.Default.MemberListResponse);
    }

    private async Task AddAsync(HttpContext context, Caller caller)
    {
        var workspace = _lookup.Find(context).Id;
        var now = time.GetUtcNow();
        var users = await ReadUsersAsync(context);
        var added = await store.AddMembersAsync(
            [.. users.Select(user => new MemberRow { Id = Guid.CreateVersion7(now), WorkspaceId = workspace, UserId = user, Role = MemberRole.Member, CreatedAt = now })],
            context.RequestAborted);
        await organization.RefreshAsync(context.RequestAborted);
        await WireResponse.WriteAsync(context, new AddedMembersResponse([.. added.Select(WorkspaceRecords.Of)], added.Count), WireJson.Default.AddedMembersResponse);
    }

    private async Task RemoveAsync(HttpContext context, Caller caller)
    {
        var workspace = _lookup.Find(context).Id;
        var users = await ReadUsersAsync(context);
        var now = time.GetUtcNow();
        if (keys.All.FirstOrDefault(known => known.WorkspaceId == workspace && known.Key.IsActive(now) && known.Key.CreatorUserId is { } owner && users.Contains(owner)) is { } owned)
        {
            throw Refusal.Invalid($"'{owned.Key.CreatorUserId}' owns the active key {owned.Key.Label} in this workspace. Disable or delete it first.");
        }

        foreach (var user in users)
        {
            RequireByHand(user, workspace);
        }

        var removed = await store.RemoveMembersAsync(workspace, users, context.RequestAborted);
        await organization.RefreshAsync(context.RequestAborted);
        await WireResponse.WriteAsync(context, new RemovedMembersResponse(removed), WireJson.Default.RemovedMembersResponse);
    }

    // What follows from a group would be back at once.
    private void RequireByHand(string user, Guid workspace)
    {
        switch (organization.Directory.MembershipsOf(user).FirstOrDefault(membership => membership.WorkspaceId == workspace)?.Source)
        {
            case MemberSource.Group:
                throw Refusal.Invalid($"'{user}' belongs to this workspace through a group of the identity provider. Take the user out of the group there, or delete its mapping.");
            case MemberSource.Organization:
                throw Refusal.Invalid($"'{user}' belongs to the organisation, and everybody of it to this workspace. Disable the user to keep him out.");
            default:
                return;
        }
    }

    private static async Task<string[]> ReadUsersAsync(HttpContext context)
    {
        var body = await ManagementBody.ReadAsync(context, "user_ids");
        return [.. body.RequiredTexts("user_ids", MostUsers, LongestUser).Distinct()];
    }
}
