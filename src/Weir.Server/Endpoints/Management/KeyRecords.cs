using Weir.Ledger.Keys;
using Weir.Protocol.Keys;
using Weir.Protocol.Primitives;

namespace Weir.Server.Endpoints.Management;

/// <summary>Shows keys as wire records.</summary>
internal static class KeyRecords
{
    public static KeyRecord Of(Caller caller, DateOnly today)
    {
        var (key, usage, byok) = (caller.Key, caller.Usage.Read(today), caller.Usage.ReadByok(today));
        return new KeyRecord
        {
            Hash = key.Hash.ToString(),
            ApiKeyId = key.Hash.ToNumber(),
            Label = key.Label,
            Name = key.Name,
            Disabled = key.Disabled,
            Limit = key.Limit,
            LimitRemaining = Remaining(key, key.IncludeByokInLimit ? usage.Plus(byok) : usage),
            LimitReset = ResetName(key.LimitReset),
            IncludeByokInLimit = key.IncludeByokInLimit,
            Usage = usage.Total,
            UsageDaily = usage.Daily,
            UsageWeekly = usage.Weekly,
            UsageMonthly = usage.Monthly,
            ByokUsage = byok.Total,
            ByokUsageDaily = byok.Daily,
            ByokUsageWeekly = byok.Weekly,
            ByokUsageMonthly = byok.Monthly,
            CreatedAt = WireTime.Format(key.CreatedAt),
            UpdatedAt = key.UpdatedAt is { } updated ? WireTime.Format(updated) : null,
            ExpiresAt = key.ExpiresAt is { } expires ? WireTime.Format(expires) : null,
            CreatorUserId = key.CreatorUserId,
            WorkspaceId = key.WorkspaceId.ToString(),
        };
    }

    /// <param name="caller">Whose key.</param>
    /// <param name="today">The day that the windows are of.</param>
    /// <param name="isFreeTier">Whether nobody ever granted credits.</param>
    /// <param name="free">What is left of the day's requests to free models.</param>
    public static CurrentKeyRecord Current(Caller caller, DateOnly today, bool isFreeTier, FreeModelQuota free)
    {
        var (key, usage, byok) = (caller.Key, caller.Usage.Read(today), caller.Usage.ReadByok(today));
        return new CurrentKeyRecord
        {
            Label = key.Label,
            Limit = key.Limit,
            LimitRemaining = Remaining(key, key.IncludeByokInLimit ? usage.Plus(byok) : usage),
            LimitReset = ResetName(key.LimitReset),
            IncludeByokInLimit = key.IncludeByokInLimit,
            Usage = usage.Total,
            UsageDaily = usage.Daily,
            UsageWeekly = usage.Weekly,
            UsageMonthly = usage.Monthly,
            ByokUsage = byok.Total,
            ByokUsageDaily = byok.Daily,
            ByokUsageWeekly = byok.Weekly,
            ByokUsageMonthly = byok.Monthly,
            CreatorUserId = key.CreatorUserId,
            ExpiresAt = key.ExpiresAt is { } expires ? WireTime.Format(expires) : null,
            IsFreeTier = isFreeTier,
            FreeModelDailyRequests = free,
            IsManagementKey = key.Kind == KeyKind.Management,
            IsProvisioningKey = key.Kind == KeyKind.Management,
            WorkspaceId = key.WorkspaceId.ToString(),
        };
    }

    private static string? ResetName(LimitReset reset) => reset == LimitReset.Never ? null : reset.ToString().ToLowerInvariant();

    private static Usd? Remaining(KeyRow key, Spend usage) =>
        key.Limit is { } limit ? new Usd(Math.Max(0, limit.Nanos - usage.Of(key.LimitReset).Nanos)) : null;
}
