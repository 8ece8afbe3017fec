using Weir.Ledger.Keys;
using Weir.Ledger.Organization;

namespace Weir.Ledger.Sessions;

/// <summary>Makes callers of users who are signed in.</summary>
/// <remarks>An administrator may do what a management key may. A member has the rights of a key of one workspace, and whatever the memberships add.</remarks>
internal sealed class UserCallers(OrganizationDirectory organization, Guid defaultWorkspaceId)
{
    // Nobody spends as a user; the counter is never touched.
    private static readonly SpendState Unused = new(default, DateOnly.MinValue);

    /// <summary>A user in the workspace joined last, so that one who was just invited finds what the invitation was for.</summary>
    public Caller Of(UserRow user)
    {
        var workspace = defaultWorkspaceId;
        if (user.Role != OrganizationRole.Admin && organization.MembershipsOf(user.Id) is { IsEmpty: false } memberships)
        {
            workspace = memberships.MaxBy(membership => membership.CreatedAt)!.WorkspaceId;
        }

        return Make(user, workspace);
    }

    /// <summary>A user in a workspace; null when it is not one of the user's.</summary>
    public Caller? Of(UserRow user, Guid workspaceId) =>
        user.Role == OrganizationRole.Admin || organization.RoleIn(user.Id, workspaceId) is not null ? Make(user, workspaceId) : null;

    private static Caller Make(UserRow user, Guid workspaceId)
    {
        var key = new KeyRow
        {
            Hash = default,
            Label = user.Email,
            Name = user.Email,
            Kind = user.Role == OrganizationRole.Admin ? KeyKind.Management : KeyKind.Inference,
            WorkspaceId = workspaceId,
            CreatedAt = user.CreatedAt,
            CreatorUserId = user.Id,
        };
        return new Caller(key, Unused) { User = user };
    }
}
