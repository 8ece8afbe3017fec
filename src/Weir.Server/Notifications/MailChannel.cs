using System.Globalization;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Weir.Protocol.Notifications;
using Weir.Server.Configuration;

namespace Weir.Server.Notifications;

/// <summary>Hands notices to a mail server, one mail to all recipients.</summary>
internal sealed class MailChannel(Func<string, string?> environment) : INotificationChannel
{
    public const string ChannelName = "mail";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public bool IsIn(NotificationConfiguration configuration) => configuration.Mail is not null;

    /// <inheritdoc/>
    public async Task SendAsync(NoticeRecord notice, NotificationConfiguration configuration, CancellationToken cancellationToken)
    {
        var mail = configuration.Mail!;
        using var message = MessageOf(notice, mail);
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        using var patience = new CancellationTokenSource(Patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        await client.ConnectAsync(mail.Host, mail.Port, OptionsOf(mail.Security), either.Token);
        if (mail.Username is { } username)
        {
            await client.AuthenticateAsync(username, mail.PasswordEnv is { } variable ? environment(variable) ?? "" : "", either.Token);
        }

        _ = await client.SendAsync(message, either.Token);
        await client.DisconnectAsync(quit: true, either.Token);
    }

    /// <summary>What a word of the configuration asks of a connection.</summary>
    public static SecureSocketOptions OptionsOf(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    private static MimeMessage MessageOf(NoticeRecord notice, MailConfiguration mail)
    {
        var message = new MimeMessage
        {
            Subject = "Weir: " + notice.Text,
            Body = new TextPart("plain") { Text = notice.Text + "\n" },

            // The same for each try: a mail that arrives twice is one mail.
            MessageId = $"{notice.Id}@weir",
            Date = DateTimeOffset.Parse(notice.CreatedAt, CultureInfo.InvariantCulture),
        };
        message.From.Add(MailboxAddress.Parse(mail.From));
        message.To.AddRange(mail.To.Select(MailboxAddress.Parse));
        return message;
    }
}
