using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Weir.Ledger.Keys;
using Weir.Ledger.Notifications;
using Weir.Server.Configuration;
using Weir.Server.Endpoints.Management;
using Weir.Server.Endpoints.Notifications;
using Weir.Server.Notifications;
using Weir.Server.Telemetry;
using Weir.Storage.Sqlite.Ledger;

namespace Weir.Server.Composition;

/// <summary>What tells operators that limits are used up; idle while nothing is configured.</summary>
internal sealed class NotificationParts : IDisposable
{
    private readonly SqliteLedgerStore _ledger;
    private readonly SettingsState _settings;
    private readonly TimeProvider _time;
    private readonly WebhookChannel _webhook;
    private readonly WebhookSwitch _switch;
    private readonly NotificationMetrics _metrics = new();

    private NotificationParts(SqliteLedgerStore ledger, KeyDirectory keys, Governance governance, SettingsState settings, WeirServerOptions options, ILoggerFactory loggers)
    {
        (_ledger, _settings, _time) = (ledger, settings, options.Time);
        _webhook = new WebhookChannel(options.Environment, options.Time);
        _switch = new WebhookSwitch(ledger);
        var watch = new SpendWatch(keys, governance.Directory, governance.Admission, options.Time);
        Notifier = new Notifier(
            watch, ledger.Notifications, [_webhook, new MailChannel(options.Environment)], _switch, Current, _metrics, options.Time, loggers.CreateLogger<Notifier>());
    }

    public Notifier Notifier { get; }

    public static async Task<NotificationParts> LoadAsync(
        SqliteLedgerStore ledger, KeyDirectory keys, Governance governance, SettingsState settings, WeirServerOptions options, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var parts = new NotificationParts(ledger, keys, governance, settings, options, loggers);
        await parts._switch.LoadAsync(cancellationToken);
        return parts;
    }

    public void Map(IEndpointRouteBuilder web, ManagementEdge edge) => new NotificationEndpoints(_ledger.Notifications, Notifier, _switch, Current, edge, _time).Map(web);

    /// <inheritdoc/>
    public void Dispose()
    {
        _webhook.Dispose();
        _metrics.Dispose();
    }

    private NotificationConfiguration? Current() => _settings.Current.Configuration.Notifications;
}
