using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Ledger.Notifications;
using Weir.Protocol;
using Weir.Protocol.Notifications;
using Weir.Protocol.Primitives;
using Weir.Server.Configuration;
using Weir.Server.Endpoints.Management;
using Weir.Server.Notifications;

namespace Weir.Server.Endpoints.Notifications;

/// <summary>What operators were told of and what came of it; a test notice; switching the webhook on again.</summary>
internal sealed class NotificationEndpoints(
    INotificationStore store, Notifier notifier, WebhookSwitch webhook, Func<NotificationConfiguration?> settings, ManagementEdge edge, TimeProvider time)
{
    private const string Path = "/api/weir/notifications";
    private const int Newest = 100;

    public void Map(IEndpointRouteBuilder routes)
    {
        edge.Get(routes, Path, ShowAsync);
        edge.Post(routes, Path + "/test", TestAsync);
        edge.Post(routes, Path + "/resume", ResumeAsync);
    }

    private async Task ShowAsync(HttpContext context, Caller caller)
    {
        var rows = await store.ReadLatestAsync(Newest, context.RequestAborted);
        var configuration = settings();
        await WireResponse.WriteAsync(
            context,
            new NotificationStatus(
                [.. rows.Select(NoticeRecords.Of)],
                configuration is null ? [] : notifier.ChannelsOf(configuration),
                configuration?.Webhook is { } address && webhook.IsOff(address)),
            WireJson.Default.NotificationStatus);
    }

    private async Task TestAsync(HttpContext context, Caller caller)
    {
        var configuration = settings() ?? throw Refusal.Invalid("No channel is configured: \"notifications\" in weir.json.");
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var notice = new NoticeRow
        {
            Id = id,
            Kind = NoticeKind.Test,
            Subject = "",
            SubjectName = "test",
            Window = id.ToString(),

            // One that goes after a while, as those of windows do.
            Reset = LimitReset.Daily,
            Percent = 0,
            Limit = Usd.Zero,
            Amount = Usd.Zero,
            At = now,
        };
        _ = await store.AddAsync(notice, notifier.ChannelsOf(configuration), context.RequestAborted);
        await WireResponse.WriteAsync(
            context, new DataResponse<NoticeRecord>(NoticeRecords.Of(notice)), WireJson.Default.DataResponseNoticeRecord, StatusCodes.Status202Accepted);
    }

    private async Task ResumeAsync(HttpContext context, Caller caller)
    {
        await webhook.SwitchOnAsync(context.RequestAborted);
        await ShowAsync(context, caller);
    }
}
