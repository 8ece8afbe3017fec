using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Providers;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Providers.AzureOpenAi;

/// <summary>Where a credential of somebody's own may send a request, and where it may not.</summary>
public sealed class AzureCredentialTests
{
    [Theory]
    [InlineData("""[{"api_key":"k","resource_name":"acme-1","resource_type":"openai"}]""", "https://acme-1.openai.azure.com/")]
    [InlineData("""[{"api_key":"k","resource_name":"acme-1"}]""", "https://acme-1.openai.azure.com/")]
    [InlineData("""[{"api_key":"k","resource_name":"acme-1","resource_type":"ai_foundry"}]""", "https://acme-1.services.ai.azure.com/")]
    [InlineData(
        """[{"model_slug":"openai/other","endpoint_url":"https://x.openai.azure.com/","api_key":"no"},{"model_slug":"OpenAI/gpt-4o","endpoint_url":"https://a.openai.azure.com/openai/deployments/d/chat/completions?api-version=2024-10-21","api_key":"k","model_id":"d"}]""",
        "https://a.openai.azure.com/openai/deployments/d?api-version=2024-10-21")]
    [InlineData("""[{"model_slug":"openai/gpt-4o","endpoint_url":"https://a.openai.azure.com/","api_key":"k","model_id":"d"}]""", "https://a.openai.azure.com/openai/deployments/d")]
    public void Accept_ResourceOrEndpoint_IsAskedThere(string credential, string address)
    {
        var provider = Accept(credential);

        Assert.Equal(("k", new Uri(address)), (provider.ApiKey, provider.BaseUrl));
        Assert.Empty(provider.Headers);
    }

    [Fact]
    public void Accept_PlainKey_IsForTheConfiguredAddress() => Assert.Equal(("plain", new Uri("https://acme.openai.azure.com/")), (Accept("plain").ApiKey, Accept("plain").BaseUrl));

    [Theory]
    [InlineData("""[{"api_key":"k","resource_name":"acme.evil.example/"}]""")]
    [InlineData("""[{"api_key":"k","resource_name":"acme","resource_type":"other"}]""")]
    [InlineData("""[{"api_key":"k","endpoint_url":"https://evil.example/"}]""")]
    [InlineData("""[{"api_key":"k","endpoint_url":"https://azure.com.evil.example/"}]""")]
    [InlineData("""[{"api_key":"k","endpoint_url":"http://a.openai.azure.com/"}]""")]
    [InlineData("""[{"api_key":"k","endpoint_url":"https://user@a.openai.azure.com/"}]""")]
    [InlineData("""[{"api_key":"k","endpoint_url":"https://a.openai.azure.com:8443/"}]""")]
    [InlineData("""[{"api_key":"k","endpoint_url":"https://169.254.169.254/"}]""")]
    [InlineData("""[{"resource_name":"acme"}]""")]
    [InlineData("""[{"model_slug":"openai/other","api_key":"k","resource_name":"acme"}]""")]
    [InlineData("[{\"api_key\"")]
    [InlineData("[]")]
    public void Accept_AnythingElse_IsRefusedWithoutTheCredential(string credential)
    {
        var refused = Assert.Throws<TranslationException>(() => Accept(credential));

        Assert.DoesNotContain("\"k\"", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accept_PlainKeyWithoutAnAddress_SaysWhatIsMissing() =>
        Assert.Contains("names no resource", Assert.Throws<TranslationException>(() => Accept("plain", "https://openai.azure.com/")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"accessKeyId":"AKIA","secretAccessKey":"s","region":"eu-west-1"}""", "https://bedrock-runtime.eu-west-1.amazonaws.com/")]
    [InlineData("""{"accessKeyId":"AKIA","secretAccessKey":"s"}""", "https://bedrock-runtime.us-east-1.amazonaws.com/")]
    [InlineData("ABSKabc", "https://bedrock-runtime.us-east-1.amazonaws.com/")]
    public void Bedrock_RegionOfTheCredential_IsWhereItIsUsed(string credential, string address) =>
        Assert.Equal(new Uri(address), Bedrock(credential, "https://bedrock-runtime.us-east-1.amazonaws.com/").BaseUrl);

    [Fact]
    public void Bedrock_AddressThatIsNotAwsOwn_Stays() => Assert.Equal(
        new Uri("https://proxy.example/"),
        Bedrock("""{"accessKeyId":"AKIA","secretAccessKey":"s","region":"eu-west-1"}""", "https://proxy.example/").BaseUrl);

    [Fact]
    public void Bedrock_RegionThatIsNone_IsRefused() => Assert.Throws<TranslationException>(
        () => Bedrock("""{"accessKeyId":"AKIA","secretAccessKey":"s","region":"evil.example/x"}""", "https://bedrock-runtime.us-east-1.amazonaws.com/"));

    private static ProviderEntry Accept(string credential, string address = "https://acme.openai.azure.com/") => Of("azure-openai", address, credential);

    private static ProviderEntry Bedrock(string credential, string address) => Of("bedrock", address, credential);

    private static ProviderEntry Of(string dialect, string address, string credential)
    {
        var provider = Provider() with { Dialect = ProviderRegistry.Find(dialect)!, BaseUrl = new Uri(address) };
        return provider.Dialect.Accept(provider, "openai/gpt-4o", credential);
    }
}
