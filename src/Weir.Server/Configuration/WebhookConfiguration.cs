namespace Weir.Server.Configuration;

/// <summary>The address that notices are posted to. Trusted: the operator wrote it, so it may be a private one.</summary>
/// <param name="Url">http or https.</param>
/// <param name="SecretEnv">Names the variable with what notices are signed with; null: they are not signed.</param>
public sealed record WebhookConfiguration(Uri Url, string? SecretEnv);
