using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol.Errors;
using Weir.Server.Auth;

namespace Weir.Server.Endpoints.Management;

/// <summary>Reads what a new key is to be, and whether its maker may have it so.</summary>
internal sealed class KeyDrafts(KeyLookup lookup, AccessPolicy policy)
{
    private const int LongestUserId = 255;

    /// <exception cref="GatewayException">400; 403 when a user asks for more than his own key in his own workspace.</exception>
    public KeyDraft Read(ManagementBody body, Caller caller) => new()
    {
        Name = body.RequiredName(),
        WorkspaceId = WorkspaceOf(body, caller),
        Limit = body.Money("limit"),
        LimitReset = body.Reset(),
        IncludeByokInLimit = body.Flag("include_byok_in_limit") ?? false,
        ExpiresAt = body.UtcTime("expires_at"),
        CreatorUserId = CreatorOf(body, caller),
    };

    // A user's key is the user's, whatever the body says: it goes with the user.
    private static string? CreatorOf(ManagementBody body, Caller caller)
    {
        var named = body.Has("creator_user_id") && !body.IsNull("creator_user_id") ? body.RequiredText("creator_user_id", LongestUserId) : null;
        if (caller.User is not { } user)
        {
            return named;
        }

        return named is not null && named != user.Id && caller.Key.Kind != KeyKind.Management
            ? throw Refusal.Denied("Only administrators of the organisation can make keys in another user's name.")
            : named ?? user.Id;
    }

    private Guid? WorkspaceOf(ManagementBody body, Caller caller)
    {
        var workspace = NamedWorkspace(body) ?? (caller.User is null ? null : caller.WorkspaceId);
        if (caller.User is not null && workspace is { } id)
        {
            policy.Require(caller, id, MemberRole.Member);
        }

        return workspace;
    }

    private Guid? NamedWorkspace(ManagementBody body) => body.Text("workspace_id") is not { } text
        ? null
        : lookup.Workspace(text)
            ?? throw new GatewayException(
                GatewayError.Client(GatewayErrorCode.InvalidRequest, $"There is no workspace '{text}'. Leave 'workspace_id' out for the default one."));
}
