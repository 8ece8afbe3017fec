using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
using Weir.Protocol.Workspaces;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Workspaces;

/// <summary>Who belongs to a workspace.</summary>
internal sealed class MemberEndpoints(
    IWorkspaceStore store, GuardrailRegistrar guardrails, WorkspaceDirectory directory, MemberRules rules, ManagementEdge edge, TimeProvider time)
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
            [.. users.Select(user => new MemberRow
            {
                Id = Guid.CreateVersion7(now), WorkspaceId = workspace, UserId = user, Role = MemberRole.Member, CreatedAt = now,
            })],
            context.RequestAborted);
        await rules.RefreshAsync(CancellationToken.None);
        await WireResponse.WriteAsync(
            context, new AddedMembersResponse([.. added.Select(WorkspaceRecords.Of)], added.Count), WireJson.Default.AddedMembersResponse);
    }

    private async Task RemoveAsync(HttpContext context, Caller caller)
    {
        var workspace = _lookup.Find(context).Id;
        var users = await ReadUsersAsync(context);
        rules.RequireRemovable(workspace, users);
        var removed = await store.RemoveMembersAsync(workspace, users, context.RequestAborted);
        await guardrails.RefreshAsync(CancellationToken.None);
        await rules.RefreshAsync(CancellationToken.None);
        await WireResponse.WriteAsync(context, new RemovedMembersResponse(removed), WireJson.Default.RemovedMembersResponse);
    }

    private static async Task<string[]> ReadUsersAsync(HttpContext context)
    {
        var body = await ManagementBody.ReadAsync(context, "user_ids");
        return [.. body.RequiredTexts("user_ids", MostUsers, LongestUser).Distinct()];
    }
}
