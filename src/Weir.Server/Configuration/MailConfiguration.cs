using System.Collections.Immutable;

namespace Weir.Server.Configuration;

/// <summary>The mail server that notices are handed to.</summary>
public sealed record MailConfiguration
{
    public required string Host { get; init; }
    public required int Port { get; init; }
    public MailSecurity Security { get; init; }

    /// <summary>Null: the server wants no name.</summary>
    public string? Username { get; init; }

    /// <summary>Names the variable with the password.</summary>
    public string? PasswordEnv { get; init; }

    public required string From { get; init; }
    public required ImmutableArray<string> To { get; init; }
}
