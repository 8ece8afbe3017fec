using System.Security.Cryptography;
using System.Text;
using Weir.Ledger;
using Weir.Server.Configuration;

namespace Weir.Server.Notifications;

/// <summary>Leaves a webhook alone that failed too often, over restarts, until it is told otherwise or has another address.</summary>
internal sealed class WebhookSwitch(ILedgerStore ledger)
{
    private const string Setting = "notifications_webhook_off";

    private string? _off;

    public async Task LoadAsync(CancellationToken cancellationToken) => _off = await ledger.ReadSettingAsync(Setting, cancellationToken);

    public bool IsOff(WebhookConfiguration webhook) => Volatile.Read(ref _off) == NameOf(webhook);

    public Task SwitchOffAsync(WebhookConfiguration webhook, CancellationToken cancellationToken) => WriteAsync(NameOf(webhook), cancellationToken);

    public Task SwitchOnAsync(CancellationToken cancellationToken) => WriteAsync("", cancellationToken);

    private async Task WriteAsync(string value, CancellationToken cancellationToken)
    {
        await ledger.WriteSettingAsync(Setting, value, cancellationToken);
        Volatile.Write(ref _off, value);
    }

    // Addresses of webhooks are often secrets themselves.
    private static string NameOf(WebhookConfiguration webhook) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(webhook.Url.AbsoluteUri)));
}
