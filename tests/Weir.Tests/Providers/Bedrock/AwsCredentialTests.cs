using Weir.Gateway.Dispatch;
using Weir.Providers.Bedrock;
using Xunit;

namespace Weir.Tests.Providers.Bedrock;

/// <summary>The forms of a credential, and the region that is signed for.</summary>
public sealed class AwsCredentialTests
{
    [Theory]
    [InlineData("AKIA1:s/+=", "", "AKIA1", "s/+=", null, null)]
    [InlineData(" ASIA1:s:t:u== \n", "", "ASIA1", "s", "t:u==", null)]
    [InlineData("AKIA1:s:", "", "AKIA1", "s", null, null)]
    [InlineData("""{"accessKeyId":"AKIA1","secretAccessKey":"s","region":"eu-west-1"}""", "", "AKIA1", "s", null, "eu-west-1")]
    [InlineData("""{"accessKeyId":"ASIA1","secretAccessKey":"s\u002B","sessionToken":"t"}""", "", "ASIA1", "s+", "t", null)]
    [InlineData("ABSKQmVkcm9jaw==", "ABSKQmVkcm9jaw==", "", "", null, null)]
    [InlineData("bedrock-api-key-YmVk", "bedrock-api-key-YmVk", "", "", null, null)]
    public void Parse_Form_IsKnown(string text, string apiKey, string id, string secret, string? token, string? region)
    {
        var read = AwsCredential.Parse(text);

        Assert.Equal((apiKey, id, secret, token, region), (read.ApiKey ?? "", read.AccessKeyId, read.SecretAccessKey, read.SessionToken, read.Region));
    }

    [Fact]
    public void Secrets_AreTheParts()
    {
        Assert.Equal(["s", "t"], new BedrockProvider().SecretsIn("ASIA1:s:t"));
        Assert.Equal(["ABSK1"], new BedrockProvider().SecretsIn("ABSK1"));
    }

    [Theory]
    [InlineData("https://bedrock-runtime.eu-west-1.amazonaws.com/", "eu-west-1")]
    [InlineData("https://bedrock-runtime-fips.us-gov-west-1.amazonaws.com/", "us-gov-west-1")]
    [InlineData("https://vpce-1a2b.bedrock-runtime.ap-south-1.vpce.amazonaws.com/", "ap-south-1")]
    [InlineData("https://bedrock-runtime.cn-north-1.amazonaws.com.cn/", "cn-north-1")]
    [InlineData("http://127.0.0.1:9000/", "us-west-2")]
    public void Region_IsThatOfTheAddress_ElseOfTheCredential(string address, string region) =>
        Assert.Equal(
            region,
            BedrockAddress.Region(AwsCredential.Parse("""{"accessKeyId":"a","secretAccessKey":"b","region":"us-west-2"}"""), new Uri(address)));

    [Fact]
    public void Region_NobodyNames_IsRefused()
    {
        var refused = Assert.Throws<TranslationException>(() => BedrockAddress.Region(AwsCredential.Parse("a:b"), new Uri("http://127.0.0.1:9000/")));

        Assert.Contains("127.0.0.1", refused.Message, StringComparison.Ordinal);
        Assert.Contains("\"region\"", refused.Message, StringComparison.Ordinal);
    }
}
