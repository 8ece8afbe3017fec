using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Bedrock;

/// <summary>What a request to AWS is signed with, or a key of Bedrock's own, which is sent as it is.</summary>
/// <remarks>
/// <code>
/// ABSK…                                     a Bedrock API key
/// AKIA…:secret     ASIA…:secret:token       an access key, without and with a session token
/// {"accessKeyId":"AKIA…","secretAccessKey":"…","sessionToken":"…","region":"eu-central-1"}
/// </code>
/// </remarks>
internal sealed record AwsCredential
{
    private AwsCredential()
    {
    }

    /// <summary>Sent as a bearer token; null when requests are signed.</summary>
    public string? ApiKey { get; private init; }

    public string AccessKeyId { get; private init; } = "";
    public string SecretAccessKey { get; private init; } = "";

    /// <summary>Of temporary credentials; null for lasting ones.</summary>
    public string? SessionToken { get; private init; }

    /// <summary>Null when the address says it.</summary>
    public string? Region { get; private init; }

    /// <summary>The texts that must not be shown. The id of an access key is none: AWS itself prints it in logs.</summary>
    public IEnumerable<string> Secrets => new[] { ApiKey, SecretAccessKey, SessionToken }.OfType<string>().Where(text => text.Length > 0);

    public static AwsCredential Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.StartsWith('{') && ParseJson(trimmed) is { } credential)
        {
            return credential;
        }

        // A Bedrock API key is base64, or a word and base64: it has no colon.
        return trimmed.Split(':', 3) is [{ Length: > 0 } id, { Length: > 0 } secret, .. var rest]
            ? new AwsCredential { AccessKeyId = id, SecretAccessKey = secret, SessionToken = rest is [{ Length: > 0 } token] ? token : null }
            : new AwsCredential { ApiKey = trimmed };
    }

    private static AwsCredential? ParseJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return root.Text("accessKeyId") is { } id && root.Text("secretAccessKey") is { } secret
                ? new AwsCredential { AccessKeyId = id, SecretAccessKey = secret, SessionToken = root.Text("sessionToken"), Region = root.Text("region") }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
