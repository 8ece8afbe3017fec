using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Ledger.Organization;
using Weir.Ledger.Workspaces;
using Weir.Protocol.Errors;
using Weir.Server.Endpoints;

namespace Weir.Server.Auth;

/// <summary>Decides whether a caller may perform an operation: the one place that knows what a role is good for.</summary>
internal sealed class AccessPolicy(OrganizationDirectory organization, WorkspaceDirectory workspaces, KeyDirectory keys)
{
    private static readonly GatewayError AdministratorsOnly = GatewayError.Client(
        GatewayErrorCode.PermissionDenied,
        "Only administrators of the organisation and management keys can perform this operation.");

    private static readonly GatewayError NotForSessions = GatewayError.Client(
        GatewayErrorCode.PermissionDenied,
        "A session of the console manages, but cannot call models or send spans. Use an inference key, and the address without /console.");

    /// <summary>Refuses the console what its session may not do; stands after routing, so that it covers what is yet to be written too.</summary>
    public void Use(IApplicationBuilder web) => web.Use(next => context =>
        ConsoleRequest.Of(context)?.Session is { } session && context.GetEndpoint() is RouteEndpoint endpoint && Refuse(context, session.Caller, AccessOf(context, endpoint)) is { } refusal
            ? ErrorResponse.WriteAsync(context, refusal)
            : next(context));

    /// <summary>Why a caller may not manage what a request is about; null: it may.</summary>
    public GatewayError? RefuseManagement(HttpContext context, Caller caller)
    {
        if (caller.Key.Kind == KeyKind.Management)
        {
            return null;
        }

        return caller.User is not null && context.GetEndpoint() is RouteEndpoint endpoint ? Refuse(context, caller, AccessOf(context, endpoint)) : ErrorResponse.ManagementOnly;
    }

    /// <summary>The workspaces of a list that a caller may see.</summary>
    public IEnumerable<WorkspaceRow> Visible(Caller caller, IEnumerable<WorkspaceRow> all) =>
        caller.Key.Kind == KeyKind.Management ? all : all.Where(workspace => RoleOf(caller, workspace.Id) is not null);

    /// <summary>A caller's role in a workspace; null: none. Whoever manages everything is an administrator everywhere.</summary>
    public MemberRole? RoleOf(Caller caller, Guid workspace)
    {
        if (caller.Key.Kind == KeyKind.Management)
        {
            return MemberRole.Admin;
        }

        return caller.User is { } user ? organization.RoleIn(user.Id, workspace) : null;
    }

    /// <summary>Lets a caller go on in a workspace that only the body of a request names.</summary>
    /// <exception cref="GatewayException">403.</exception>
    public void Require(Caller caller, Guid workspace, MemberRole least)
    {
        if (RefuseIn(caller, workspace, least) is { } refusal)
        {
            throw new GatewayException(refusal);
        }
    }

    private GatewayError? Refuse(HttpContext context, Caller caller, Access access) => access switch
    {
        Access.Open => null,
        Access.InferenceKey => ConsoleRequest.Of(context) is null ? null : NotForSessions,
        _ when caller.Key.Kind == KeyKind.Management => null,
        Access.AnyCaller => null,
        _ when caller.User is null => ErrorResponse.ManagementOnly,
        Access.Member => RefuseIn(caller, WorkspaceOf(context, caller), MemberRole.Member),
        Access.WorkspaceAdmin => RefuseIn(caller, KeyOf(context)?.WorkspaceId ?? WorkspaceOf(context, caller), MemberRole.Admin),
        Access.KeyOwner => RefuseKey(context, caller),
        _ => AdministratorsOnly,
    };

    // A key that is not there is the operation's to say, and so is a workspace; nobody learns of one that is not his.
    private GatewayError? RefuseKey(HttpContext context, Caller caller)
    {
        if (KeyOf(context) is not { } key)
        {
            return AdministratorsOnly;
        }

        return RefuseIn(caller, key.WorkspaceId, key.Key.CreatorUserId == caller.User!.Id ? MemberRole.Member : MemberRole.Admin);
    }

    private GatewayError? RefuseIn(Caller caller, Guid? workspace, MemberRole least) => (workspace is { } id ? RoleOf(caller, id) : null) switch
    {
        null => GatewayError.Client(GatewayErrorCode.PermissionDenied, "You are not a member of this workspace, or there is none. An administrator can add you to it."),
        { } role when role < least => GatewayError.Client(GatewayErrorCode.PermissionDenied, "Only administrators of this workspace can perform this operation."),
        _ => null,
    };

    private Guid? WorkspaceOf(HttpContext context, Caller caller)
    {
        var named = context.Request.RouteValues["id"] as string ?? (context.Request.Query.TryGetValue("workspace_id", out var asked) ? asked.ToString() : null);
        return named is null ? caller.WorkspaceId : workspaces.Find(named)?.Id;
    }

    private Caller? KeyOf(HttpContext context) =>
        context.Request.RouteValues["hash"] is string text && KeyHash.TryParse(text, out var hash) ? keys.Find(hash) : null;

    private static Access AccessOf(HttpContext context, RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<KeyOnly>() is not null
        ? Access.InferenceKey
        : AccessTable.Find(context.Request.Method, endpoint.RoutePattern.RawText ?? "") ?? Access.Administrator;
}
