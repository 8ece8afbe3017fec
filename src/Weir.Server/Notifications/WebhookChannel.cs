using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Weir.Protocol;
using Weir.Protocol.Notifications;
using Weir.Server.Configuration;

namespace Weir.Server.Notifications;

/// <summary>Posts notices to an address, signed in the way of Standard Webhooks.</summary>
/// <remarks>
/// <c>webhook-id</c> is the same for each try, <c>webhook-timestamp</c> that of the try, and <c>webhook-signature</c> is <c>v1,</c> and the base64 of
/// HMAC-SHA256 over <c>id.timestamp.body</c>. A secret that begins with <c>whsec_</c> is base64, any other one text.
/// </remarks>
internal sealed class WebhookChannel(Func<string, string?> environment, TimeProvider time) : INotificationChannel, IDisposable
{
    public const string ChannelName = "webhook";

    private const string SecretPrefix = "whsec_";
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
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var at = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add("webhook-id", notice.Id);
        request.Headers.Add("webhook-timestamp", at);
        if (webhook.SecretEnv is { } variable)
        {
            request.Headers.Add("webhook-signature", $"v1,{Sign(SecretOf(variable), $"{notice.Id}.{at}.", body)}");
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
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException($"it did not answer within {Patience.TotalSeconds} seconds");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _invoker.Dispose();

    // Not to be sent unsigned instead: whoever checks signatures would drop it.
    private byte[] SecretOf(string variable)
    {
        var secret = environment(variable);
        if (string.IsNullOrEmpty(secret))
        {
            throw new InvalidOperationException($"the variable {variable} is not set, which notifications.webhook.secret_env names");
        }

        return secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? Convert.FromBase64String(secret[SecretPrefix.Length..]) : Encoding.UTF8.GetBytes(secret);
    }

    private static string Sign(byte[] secret, string head, byte[] body) => Convert.ToBase64String(HMACSHA256.HashData(secret, [.. Encoding.UTF8.GetBytes(head), .. body]));
}
