using System.Net;
using Weir.Protocol.Primitives;
using Weir.Server.Endpoints.Organization;

namespace Weir.Server.Configuration;

/// <summary>Reads <c>notifications</c> of <c>weir.json</c>; without it nobody is told of anything.</summary>
internal static class NotificationSection
{
    private const int LargestPort = 65_535;
    private const double MostDollars = 9_000_000_000;

    public static NotificationConfiguration? Read(ConfigNode? node)
    {
        if (node is null)
        {
            return null;
        }

        var configuration = new NotificationConfiguration
        {
            Webhook = ReadWebhook(node.Object("webhook")),
            Mail = ReadMail(node.Object("mail")),
            LowBalance = node.Real("low_balance_usd", 0, MostDollars, 100) is { } dollars ? Usd.FromDollarsRoundedUp((decimal)dollars) : null,
        };
        if (!node.Has("webhook") && !node.Has("mail"))
        {
            node.Report("webhook", "is missing, and so is \"mail\"; one of them must be there, for example { \"url\": \"https://hooks.example.com/weir\" }");
        }

        node.Finish();
        return configuration;
    }

    private static WebhookConfiguration? ReadWebhook(ConfigNode? node)
    {
        const string Example = "https://hooks.example.com/weir";
        if (node is null)
        {
            return null;
        }

        var (text, secret) = (node.RequiredText("url", Example), node.Text("secret_env", "WEIR_WEBHOOK_SECRET"));
        node.Finish();
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return new WebhookConfiguration(url, secret);
        }

        if (text.Length > 0)
        {
            node.Report("url", $"is \"{text}\"; it must be an http or https address, for example \"{Example}\"");
        }

        return null;
    }

    private static MailConfiguration? ReadMail(ConfigNode? node)
    {
        if (node is null)
        {
            return null;
        }

        var security = node.Choice("security", "starttls", "starttls", "tls", "none") switch { "tls" => MailSecurity.Tls, "none" => MailSecurity.None, _ => MailSecurity.StartTls };
        var mail = new MailConfiguration
        {
            Host = node.RequiredText("host", "smtp.example.com"),
            Port = node.Number("port", least: 1, example: 587) ?? (security == MailSecurity.Tls ? 465 : 587),
            Security = security,
            Username = node.Text("username", "weir"),
            PasswordEnv = node.Text("password_env", "WEIR_SMTP_PASSWORD"),
            From = Address(node, "from", node.RequiredText("from", "weir@example.com")),
            To = [.. (node.Texts("to", "ops@example.com") ?? []).Select(address => Address(node, "to", address))],
        };
        Check(node, mail);
        node.Finish();
        return mail;
    }

    private static void Check(ConfigNode node, MailConfiguration mail)
    {
        if (mail.To.IsEmpty)
        {
            node.Report("to", "is missing or empty; for example [\"ops@example.com\"]");
        }

        if (mail.Port > LargestPort)
        {
            node.Report("port", $"is {mail.Port}; a port is at most {LargestPort}");
        }

        if (mail.Security == MailSecurity.None && mail.Username is not null && !(mail.Host == "localhost" || (IPAddress.TryParse(mail.Host, out var address) && IPAddress.IsLoopback(address))))
        {
            node.Report("security", "is \"none\", which would send the password in the clear; use \"starttls\" or \"tls\"");
        }
    }

    private static string Address(ConfigNode node, string name, string text)
    {
        if (text.Length > 0 && !EmailAddress.IsWellFormed(text))
        {
            node.Report(name, $"has \"{text}\"; it must be an address, for example \"ops@example.com\"");
        }

        return text;
    }
}
