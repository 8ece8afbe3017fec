using System.Text;
using Weir.Providers.Bedrock;
using Xunit;

namespace Weir.Tests.Providers.Bedrock;

/// <summary>Signatures: three cases of the test suite of AWS (post-vanilla, post-x-www-form-urlencoded, post-sts-header-before), one of its JavaScript signer.</summary>
public sealed class AwsSignerTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private const string SuiteToken =
        "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpK"
        + "Pi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr"
        + "7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";

    private static readonly DateTimeOffset SuiteTime = new(2015, 8, 30, 14, 36, 0, TimeSpan.FromHours(2));

    [Theory]
    [InlineData(null, "", null, "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("application/x-www-form-urlencoded", "Param1=value1", null, "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a")]
    [InlineData(null, "", SuiteToken, "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead")]
    public void Sign_CaseOfTheTestSuite_IsItsSignature(string? contentType, string body, string? token, string signature)
    {
        var headers = AwsSigner.Sign(
            Credential(token), "us-east-1/service", new Uri("https://example.amazonaws.com/"), contentType, Encoding.UTF8.GetBytes(body), SuiteTime);

        var signed = (contentType is null ? "" : "content-type;") + "host;x-amz-date" + (token is null ? "" : ";x-amz-security-token");
        Assert.Equal(
            $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders={signed}, Signature={signature}",
            headers.Single(header => header.Key == "Authorization").Value);
        Assert.Contains(new("x-amz-date", "20150830T123600Z"), headers);
        Assert.Equal(token is null ? [] : [token], headers.Where(header => header.Key == "x-amz-security-token").Select(header => header.Value));
    }

    [Fact]
    public void Sign_Arn_IsEscapedTwice()
    {
        const string Arn = "arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.anthropic.claude-haiku-4-5-20251001-v1:0";
        var address = new Uri(new Uri("https://bedrock-runtime.eu-west-1.amazonaws.com/"), BedrockAddress.Path(Arn, stream: true));

        var headers = AwsSigner.Sign(Credential("Session/Token+1="), "eu-west-1/bedrock", address, "application/json", """{"messages":[]}"""u8, SuiteTime);

        Assert.Equal(
            "/model/arn%3Aaws%3Abedrock%3Aeu-west-1%3A123456789012%3Ainference-profile%2Feu.anthropic.claude-haiku-4-5-20251001-v1%3A0/converse-stream",
            address.AbsolutePath);
        Assert.EndsWith("Signature=80ee924a795523eb478fa68a24342e91361f50d60931c6542e3ab6d233de3b28", headers[^1].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Sign_OtherPort_IsInTheHost()
    {
        var here = AwsSigner.Sign(Credential(null), "r/s", new Uri("http://127.0.0.1:80/a"), null, default, SuiteTime);
        var there = AwsSigner.Sign(Credential(null), "r/s", new Uri("http://127.0.0.1:8080/a"), null, default, SuiteTime);

        Assert.NotEqual(here[^1], there[^1]);
        Assert.Equal(here[^1], AwsSigner.Sign(Credential(null), "r/s", new Uri("http://127.0.0.1/a"), null, default, SuiteTime)[^1]);
    }

    private static AwsCredential Credential(string? token) => AwsCredential.Parse($"AKIDEXAMPLE:{Secret}" + (token is null ? "" : $":{token}"));
}
