using Weir.Protocol.Primitives;

namespace Weir.Server.Configuration;

/// <summary>How operators are told that limits are used up.</summary>
public sealed record NotificationConfiguration
{
    public WebhookConfiguration? Webhook { get; init; }
    public MailConfiguration? Mail { get; init; }

    /// <summary>Below which the balance is low; null: nobody is told.</summary>
    public Usd? LowBalance { get; init; }
}
