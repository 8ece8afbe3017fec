using Weir.Gateway.Pipeline;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Ledger.Organization;
using Weir.Ledger.Workspaces;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Workspaces;

/// <summary>Removes a workspace that no key calls any more, and makes known that its guardrails and members are gone with it.</summary>
internal sealed class WorkspaceRemoval(
    WorkspaceRegistrar registrar, GuardrailRegistrar guardrails, OrganizationRegistrar organization, KeyDirectory keys, Guid defaultId, TimeProvider time)
{
    /// <exception cref="GatewayException">400: it has active keys. 403: it is the default one.</exception>
    public async Task RemoveAsync(WorkspaceRow workspace, CancellationToken cancellationToken)
    {
        if (workspace.Id == defaultId)
        {
            throw Refusal.Denied("The default workspace cannot be deleted.");
        }

        var now = time.GetUtcNow();
        if (keys.All.Count(known => known.WorkspaceId == workspace.Id && known.Key.IsActive(now)) is > 0 and var active)
        {
            throw Refusal.Invalid(
                $"Workspace '{workspace.Slug}' has {active} active keys. Disable or delete them first "
                + $"(GET /api/v1/keys?workspace_id={workspace.Id} lists them).");
        }

        await registrar.DeleteAsync(workspace.Id, cancellationToken);

        // It is gone: who stops waiting must not leave the copies in memory behind.
        await guardrails.RefreshAsync(CancellationToken.None);
        await organization.RefreshAsync(CancellationToken.None);
    }
}
