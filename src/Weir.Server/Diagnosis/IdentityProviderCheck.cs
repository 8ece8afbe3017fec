using Weir.Server.Auth.Oidc;
using Weir.Server.Composition;
using Weir.Server.Configuration;

namespace Weir.Server.Diagnosis;

/// <summary>Whether people can sign in by the identity provider: it is there, it is who the configuration says, it has keys, and its secret is.</summary>
internal static class IdentityProviderCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task ExamineAsync(
        OidcConfiguration configuration, WeirServerOptions options, List<Finding> findings, CancellationToken cancellationToken)
    {
        findings.Add(await ReadAsync(configuration.Issuer, options.Time, cancellationToken));
        if (configuration.ClientSecretEnv is { } variable && string.IsNullOrEmpty(options.Environment(variable)))
        {
            findings.Add(Wrong($"the variable {variable} is not set; set it to the client's secret, or leave oidc.client_secret_env out for a public client"));
        }
    }

    private static async Task<Finding> ReadAsync(string issuer, TimeProvider time, CancellationToken cancellationToken)
    {
        using var client = new OidcClient(time);
        using var deadline = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var metadata = await client.ReadMetadataAsync(issuer, either.Token);
            return metadata.Keys.IsEmpty
                ? Wrong($"{issuer} has no key that could have signed a token; give it an RSA key of 2048 bits or more, or an EC key")
                : new Finding(FindingSeverity.Good, $"sign-in: the identity provider {issuer} answers, and names itself so");
        }
        catch (OidcException problem)
        {
            return Wrong($"{problem.Detail}; check oidc.issuer, which must be exactly what the provider calls itself, and that this machine reaches it");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Wrong($"{issuer} did not answer within {Patience.TotalSeconds} seconds; check oidc.issuer, and that this machine reaches it");
        }
    }

    private static Finding Wrong(string text) => new(FindingSeverity.Wrong, $"sign-in: {text}");
}
