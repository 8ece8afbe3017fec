using Weir.Gateway.Pipeline;
using Weir.Ledger.Organization;
using Weir.Ledger.Workspaces;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Organization;

/// <summary>Reads roles out of bodies.</summary>
internal static class RoleText
{
    /// <exception cref="GatewayException">400.</exception>
    public static MemberRole Member(ManagementBody body) => body.Text("role") switch
    {
        "admin" => MemberRole.Admin,
        "member" => MemberRole.Member,
        var other => throw Refusal.Invalid($"'role' is {(other is null ? "missing" : $"'{other}'")}; it can be admin or member."),
    };

    /// <summary>Null when it is not given.</summary>
    /// <exception cref="GatewayException">400.</exception>
    public static OrganizationRole? Organization(ManagementBody body) => body.Text("role") switch
    {
        null => null,
        "org:admin" => OrganizationRole.Admin,
        "org:member" => OrganizationRole.Member,
        var other => throw Refusal.Invalid($"'role' is '{other}'; it can be org:admin or org:member."),
    };
}
