using Weir.Protocol.Notifications;
using Weir.Server.Configuration;

namespace Weir.Server.Notifications;

/// <summary>A way to tell operators.</summary>
internal interface INotificationChannel
{
    /// <summary>As deliveries call it.</summary>
    string Name { get; }

    /// <summary>Whether the configuration in force has it.</summary>
    bool IsIn(NotificationConfiguration configuration);

    /// <summary>Sends a notice once.</summary>
    /// <exception cref="Exception">It did not arrive; the message says why, without secrets.</exception>
    Task SendAsync(NoticeRecord notice, NotificationConfiguration configuration, CancellationToken cancellationToken);
}
