using Weir.Ledger.Organization;
using Weir.Ledger.Workspaces;
using Weir.Protocol.Organization;
using Weir.Protocol.Primitives;

namespace Weir.Server.Endpoints.Organization;

/// <summary>Shows users, groups and mappings as wire records.</summary>
/// <param name="defaultWorkspaceId">Names the installation, which is one organisation.</param>
internal sealed class OrganizationRecords(Guid defaultWorkspaceId)
{
    private readonly string _organization = $"org_{defaultWorkspaceId:N}";

    public static string RoleOf(OrganizationRole role) => role == OrganizationRole.Admin ? "org:admin" : "org:member";

    public static OrganizationMemberRecord MemberOf(UserRow user) => new()
    {
        Id = user.Id,
        Email = user.Email,
        FirstName = user.FirstName,
        LastName = user.LastName,
        Role = RoleOf(user.Role),
    };

    public static UserRecord Of(UserRow user, IEnumerable<MemberRow> memberships) => new()
    {
        Id = user.Id,
        Email = user.Email,
        FirstName = user.FirstName,
        LastName = user.LastName,
        Role = RoleOf(user.Role),
        Disabled = user.Disabled,
        Issuer = user.Issuer,
        Workspaces = [.. memberships.Select(Of)],
        CreatedAt = WireTime.Format(user.CreatedAt),
        UpdatedAt = WireTime.Format(user.UpdatedAt),
    };

    public ScimGroupRecord Of(GroupRow group) => new()
    {
        Id = group.Id.ToString(),
        OrganizationId = _organization,
        ExternalId = group.ExternalId,
        DisplayName = group.DisplayName,
        CreatedAt = WireTime.Format(group.CreatedAt),
        UpdatedAt = WireTime.Format(group.UpdatedAt),
    };

    public ScimGroupMappingRecord Of(GroupMappingRow mapping) => new()
    {
        Id = mapping.Id.ToString(),
        OrganizationId = _organization,
        ScimGroupId = mapping.GroupId.ToString(),
        WorkspaceId = mapping.WorkspaceId.ToString(),
        Role = Word(mapping.Role),
        CreatedAt = WireTime.Format(mapping.CreatedAt),
        UpdatedAt = WireTime.Format(mapping.UpdatedAt),
    };

    private static UserWorkspaceRecord Of(MemberRow membership) => new()
    {
        WorkspaceId = membership.WorkspaceId.ToString(),
        Role = Word(membership.Role),
        Source = membership.Source.ToString().ToLowerInvariant(),
    };

    private static string Word(MemberRole role) => role == MemberRole.Admin ? "admin" : "member";
}
