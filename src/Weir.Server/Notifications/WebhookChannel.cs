using System.Globalization;
using System.Text.Json;
using Weir.Protocol;
using Weir.Protocol.Notifications;
using Weir.Server.Configuration;

namespace Weir.Server.Notifications;

/// <summary>Posts notices to an address, signed in the way of Standard Webhooks.</summary>
internal sealed class WebhookChannel(Func<string, string?> environment, TimeProvider time) : INotificationChannel, IDisposable
{
    public const string ChannelName = "webhook";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpMessageInvoker _invoker = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
    });

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public bool IsIn(NotificationConfiguration configuration) => configuration.Webhook is not null;

    /// <inheritdoc/>
    public async Task SendAsync(NoticeRecord notice, NotificationConfiguration configuration, CancellationToken cancellationToken)
    {
        var webhook = configuration.Webhook!;
        var body = JsonSerializer.SerializeToUtf8Bytes(notice, WireJson.Default.NoticeRecord);
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.Add("Content-Type", "application/json");
        var at = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add("webhook-id", notice.Id);
        request.Headers.Add("webhook-timestamp", at);
        if (webhook.SecretEnv is { } variable)
        {
            request.Headers.Add("webhook-signature", WebhookSignature.Of(SecretOf(variable), notice.Id, at, body));
        }

        using var patience = new CancellationTokenSource(Patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var response = await _invoker.SendAsync(request, either.Token);
            if (!response.IsSuccessStatusCode)
            {
                throw new HttpRequestException($"it answered {(int)response.StatusCode}");
            }
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException($"it did not answer within {Patience.TotalSeconds} seconds", late);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _invoker.Dispose();

    // Not to be sent unsigned instead: whoever checks signatures would drop it.
    private string SecretOf(string variable) => environment(variable) is { Length: > 0 } secret
        ? secret
        : throw new InvalidOperationException($"the variable {variable} is not set, which notifications.webhook.secret_env names");
}
