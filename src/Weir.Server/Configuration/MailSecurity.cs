namespace Weir.Server.Configuration;

/// <summary>How a mail server is spoken to.</summary>
public enum MailSecurity
{
    /// <summary>Begins in the clear and must change to TLS.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>In the clear.</summary>
    None,
}
