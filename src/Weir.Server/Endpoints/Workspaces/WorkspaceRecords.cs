using Microsoft.AspNetCore.Http;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
using Weir.Protocol.Primitives;
using Weir.Protocol.Workspaces;

namespace Weir.Server.Endpoints.Workspaces;

/// <summary>Shows workspaces, budgets and members as wire records.</summary>
internal static class WorkspaceRecords
{
    /// <summary>Answers with one workspace.</summary>
    public static Task WriteAsync(HttpContext context, WorkspaceRow workspace, int status = StatusCodes.Status200OK) =>
        WireResponse.WriteAsync(context, new DataResponse<WorkspaceRecord>(Of(workspace)), WireJson.Default.DataResponseWorkspaceRecord, status);

    public static WorkspaceRecord Of(WorkspaceRow row) => new()
    {
        Id = row.Id.ToString(),
        Slug = row.Slug,
        Name = row.Name,
        Description = row.Description,
        DefaultTextModel = row.DefaultTextModel,
        DefaultImageModel = row.DefaultImageModel,
        DefaultProviderSort = row.DefaultProviderSort,
        CreatedAt = WireTime.Format(row.CreatedAt),
        UpdatedAt = row.UpdatedAt is { } updated ? WireTime.Format(updated) : null,
        CreatedBy = row.CreatedBy,

        // Each workspace has one guardrail of its own, which is there when it is first written.
        DefaultGuardrailId = row.Id.ToString(),
        IncludeByokInBudgets = row.IncludeByokInBudgets,
        IsObservabilityIoLoggingEnabled = row.Logging.IsEnabled,
        IoLoggingSamplingRate = (double)row.Logging.SamplingRate,
        IoLoggingApiKeyIds = row.Logging.KeyIds,
    };

    public static BudgetRecord Of(BudgetRow row) => new()
    {
        Id = row.Id.ToString(),
        WorkspaceId = row.WorkspaceId.ToString(),
        LimitUsd = row.Limit,
        ResetInterval = row.Reset == LimitReset.Never ? null : row.Reset.ToString().ToLowerInvariant(),
        CreatedAt = WireTime.Format(row.CreatedAt),
        UpdatedAt = WireTime.Format(row.UpdatedAt),
    };

    public static MemberRecord Of(MemberRow row) => new()
    {
        Id = row.Id.ToString(),
        WorkspaceId = row.WorkspaceId.ToString(),
        UserId = row.UserId,
        Role = row.Role.ToString().ToLowerInvariant(),
        CreatedAt = WireTime.Format(row.CreatedAt),
    };
}
