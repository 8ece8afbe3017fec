using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Weir.Server.Composition;
using Weir.Server.Configuration;
using Weir.Server.Notifications;

namespace Weir.Server.Diagnosis;

/// <summary>Whether notices can be handed to the mail server: it is there, greets as one, and speaks with the security that is configured.</summary>
/// <remarks>It neither signs in nor sends: a wrong password tried too often can lock an account.</remarks>
internal static class MailServerCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task ExamineAsync(MailConfiguration mail, WeirServerOptions options, List<Finding> findings, CancellationToken cancellationToken)
    {
        findings.Add(await GreetAsync(mail, cancellationToken));
        if (mail.Username is not null && mail.PasswordEnv is { } variable && string.IsNullOrEmpty(options.Environment(variable)))
        {
            findings.Add(Wrong($"the variable {variable} is not set; set it to the password of '{mail.Username}'"));
        }
    }

    private static async Task<Finding> GreetAsync(MailConfiguration mail, CancellationToken cancellationToken)
    {
        var address = $"{mail.Host}:{mail.Port}";
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        try
        {
            await client.ConnectAsync(mail.Host, mail.Port, MailChannel.OptionsOf(mail.Security), deadline.Token);
            await client.DisconnectAsync(quit: true, deadline.Token);
            return new Finding(FindingSeverity.Good, $"mail: the server at {address} greets");
        }
        catch (SslHandshakeException problem)
        {
            return Wrong($"no secure connection to {address}: {FirstLine(problem)}; check notifications.mail.security, the port, and the server's certificate");
        }
        catch (NotSupportedException)
        {
            return Wrong($"the server at {address} has no STARTTLS; set notifications.mail.security to \"tls\" or \"none\"");
        }
        catch (Exception problem) when (problem is SocketException or IOException or ProtocolException or CommandException)
        {
            return Wrong($"the server at {address} cannot be used: {FirstLine(problem)}; check notifications.mail.host and notifications.mail.port");
        }
        catch (Exception problem) when (problem is TimeoutException || (problem is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Wrong($"the server at {address} did not greet within {Patience.TotalSeconds} seconds; check notifications.mail.host, .port and .security");
        }
    }

    private static string FirstLine(Exception problem) => problem.Message.Split('\n')[0].TrimEnd('\r', '.');

    private static Finding Wrong(string text) => new(FindingSeverity.Wrong, $"mail: {text}");
}
