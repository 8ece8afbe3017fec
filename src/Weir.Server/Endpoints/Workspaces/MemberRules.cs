using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Ledger.Organization;
using Weir.Ledger.Workspaces;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Workspaces;

/// <summary>Who can be taken out of a workspace by hand.</summary>
internal sealed class MemberRules(OrganizationRegistrar organization, KeyDirectory keys, TimeProvider time)
{
    /// <exception cref="GatewayException">400: one of them owns an active key there, or is a member by more than hand.</exception>
    public void RequireRemovable(Guid workspace, string[] users)
    {
        var now = time.GetUtcNow();
        var active = keys.All.Where(known => known.WorkspaceId == workspace && known.Key.IsActive(now));
        if (active.FirstOrDefault(known => known.Key.CreatorUserId is { } owner && users.Contains(owner)) is { } owned)
        {
            throw Refusal.Invalid($"'{owned.Key.CreatorUserId}' owns the active key {owned.Key.Label} in this workspace. Disable or delete it first.");
        }

        foreach (var user in users)
        {
            RequireByHand(workspace, user);
        }
    }

    /// <summary>Takes up what has changed, so that it decides who may.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) => organization.RefreshAsync(cancellationToken);

    // What follows from a group would be back at once.
    private void RequireByHand(Guid workspace, string user)
    {
        switch (organization.Directory.MembershipsOf(user).FirstOrDefault(membership => membership.WorkspaceId == workspace)?.Source)
        {
            case MemberSource.Group:
                throw Refusal.Invalid($"'{user}' belongs to this workspace through a group of the identity provider. Take the user out of the group there, or delete its mapping.");
            case MemberSource.Organization:
                throw Refusal.Invalid($"'{user}' belongs to the organisation, and everybody of it to this workspace. Disable the user instead.");
            default:
                return;
        }
    }
}
