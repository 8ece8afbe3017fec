using Microsoft.AspNetCore.Http;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Secrets;
using Weir.Server.Endpoints.Workspaces;

namespace Weir.Server.Endpoints.Byok;

/// <summary>Which credentials a list is asked for: those of a <c>provider</c>, and of a workspace, the default one unless another is named.</summary>
internal sealed class ProviderKeyFilter(WorkspaceLookup workspaces, Guid defaultWorkspace)
{
    /// <summary>Those of the workspace and those that are for every one.</summary>
    /// <exception cref="GatewayException">400: there is no such workspace.</exception>
    public ProviderKeyRow[] Apply(HttpContext context, IEnumerable<ProviderKeyRow> rows)
    {
        var query = context.Request.Query;
        var provider = query["provider"].ToString();
        Guid? workspace = workspaces.Listed(context, defaultWorkspace);
        return
        [
            .. rows
                .Where(row => provider.Length == 0 || row.Provider == provider)
                .Where(row => workspace is null || row.WorkspaceId is null || row.WorkspaceId == workspace),
        ];
    }
}
