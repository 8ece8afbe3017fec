using Microsoft.AspNetCore.Http;
using Weir.Ledger.Secrets;
using Weir.Protocol;
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

    public static Task WriteAsync(HttpContext context, ProviderKeyRow row, int status = StatusCodes.Status200OK) =>
        WireResponse.WriteAsync(context, new DataResponse<ProviderKeyRecord>(Of(row)), WireJson.Default.DataResponseProviderKeyRecord, status);
}
