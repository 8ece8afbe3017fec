using Weir.Ledger.Secrets;
using Weir.Protocol.Byok;
using Weir.Protocol.Primitives;

namespace Weir.Server.Endpoints.Byok;

/// <summary>Shows stored credentials as wire records.</summary>
internal static class ProviderKeyRecords
{
    public static ProviderKeyRecord Of(ProviderKeyRow row) => new()
    {
        Id = row.Id.ToString(),
        Provider = row.Provider,
        Label = row.Label,
        Name = row.Name,
        WorkspaceId = row.WorkspaceId?.ToString(),
        Disabled = row.Disabled,
        IsFallback = row.IsFallback,
        SortOrder = row.SortOrder,
        AllowedModels = row.AllowedModels,
        AllowedApiKeyHashes = row.AllowedKeyHashes,
        AllowedUserIds = row.AllowedUserIds,
        CreatedAt = WireTime.Format(row.CreatedAt),
    };
}
