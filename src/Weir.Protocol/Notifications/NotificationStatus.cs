namespace Weir.Protocol.Notifications;

/// <summary>The newest deliveries, and which channels there are.</summary>
/// <param name="Data">Newest first, a hundred at most.</param>
/// <param name="Channels">Those that are configured.</param>
/// <param name="WebhookDisabled">Whether the webhook failed too often and is left alone.</param>
public sealed record NotificationStatus(IReadOnlyList<DeliveryRecord> Data, IReadOnlyList<string> Channels, bool WebhookDisabled);
