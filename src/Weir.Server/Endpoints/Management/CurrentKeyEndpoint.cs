using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Admission;
using Weir.Ledger.Entries;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Keys;
using Weir.Server.Auth;

namespace Weir.Server.Endpoints.Management;

/// <summary>The key that a request is made with.</summary>
internal sealed class CurrentKeyEndpoint(Authorization authorization, CreditRegistrar credits, RateLimitState rates, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/api/v1/key", authorization.AnyKey(ShowAsync));
        _ = routes.MapGet("/v1/key", authorization.AnyKey(ShowAsync));
    }

    private Task ShowAsync(HttpContext context, Caller caller) => WireResponse.WriteAsync(
        context,
        new DataResponse<CurrentKeyRecord>(KeyRecords.Current(caller, UtcWindows.Day(time.GetUtcNow()), !credits.Account.Credits.AreInUse, FreeQuota())),
        WireJson.Default.DataResponseCurrentKeyRecord);

    private FreeModelQuota FreeQuota()
    {
        var (limit, used) = rates.FreeToday();
        return limit is { } most
            ? new FreeModelQuota { Limit = most, Used = (int)Math.Min(used, int.MaxValue), Remaining = (int)Math.Max(0, most - used) }
            : new FreeModelQuota();
    }
}
