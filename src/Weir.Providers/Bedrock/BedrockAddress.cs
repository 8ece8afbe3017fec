using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;

namespace Weir.Providers.Bedrock;

/// <summary>Where a call goes, and in which region its address is.</summary>
/// <remarks>
/// <code>
/// https://bedrock-runtime.eu-west-1.amazonaws.com/model/eu.anthropic.claude-haiku-4-5-20251001-v1%3A0/converse-stream
/// https://vpce-1a2b.bedrock-runtime.eu-west-1.vpce.amazonaws.com/…   https://bedrock-runtime-fips.us-gov-west-1.amazonaws.com/…
/// </code>
/// </remarks>
internal static class BedrockAddress
{
    /// <summary>Relative to the base address. An id may be an ARN, with colons and a slash.</summary>
    public static string Path(string model, bool stream) => $"model/{Uri.EscapeDataString(model)}/{(stream ? "converse-stream" : "converse")}";

    /// <summary>The provider as it is called with a credential of somebody's own, in the region that it names.</summary>
    /// <exception cref="TranslationException">That cannot be the name of one.</exception>
    public static ProviderEntry Accept(ProviderEntry provider, string credential)
    {
        var region = AwsCredential.Parse(credential).Region;
        return provider with
        {
            ApiKey = credential,
            BaseUrl = region is null ? provider.BaseUrl
                : InRegion(provider.BaseUrl, region) ?? throw new TranslationException("the region of its credential is not the name of one, for example us-east-1."),
        };
    }

    // Null when that cannot be the name of a region. An address that is not AWS's own, of a proxy perhaps, stays.
    private static Uri? InRegion(Uri baseUrl, string region)
    {
        if (region.Length == 0 || !region.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
        {
            return null;
        }

        return baseUrl.IdnHost.Split('.') is ["bedrock-runtime", _, "amazonaws", "com"] ? new Uri($"https://bedrock-runtime.{region}.amazonaws.com/") : baseUrl;
    }

    /// <exception cref="TranslationException">Neither the credential nor the address says it.</exception>
    public static string Region(AwsCredential credential, Uri baseUrl)
    {
        var labels = baseUrl.IdnHost.Split('.');
        var service = Array.FindIndex(labels, label => label.StartsWith("bedrock-runtime", StringComparison.OrdinalIgnoreCase));
        return (service >= 0 && service + 1 < labels.Length ? labels[service + 1] : null)
            ?? credential.Region
            ?? throw new TranslationException(
                $"no region to sign for: {baseUrl.IdnHost} names none. "
                + "Give the credential as {\"accessKeyId\":…,\"secretAccessKey\":…,\"region\":\"us-east-1\"}, or use a Bedrock API key.");
    }
}
