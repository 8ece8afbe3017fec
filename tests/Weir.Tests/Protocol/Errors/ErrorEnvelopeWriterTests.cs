using System.Text;
using System.Text.Json;
using Weir.Protocol.Errors;
using Xunit;

namespace Weir.Tests.Protocol.Errors;

/// <summary>The error envelope, with every spelling that clients read.</summary>
public sealed class ErrorEnvelopeWriterTests
{
    [Fact]
    public void Write_PlainError_HasEverySpellingOfCodeAndType() =>
        Assert.Equal(
            """{"error":{"code":404,"message":"No <such> thing & \"more\"","error_type":"not_found","http_status":404,"metadata":{"error_type":"not_found"}}}""",
            Write(GatewayError.Client(GatewayErrorCode.NotFound, "No <such> thing & \"more\"")).Replace("\\u0022", "\\\"", StringComparison.Ordinal));

    [Fact]
    public void Write_ProviderError_HasNameCodeRawAndHistory()
    {
        var error = Provider(GatewayErrorCode.RateLimited) with
        {
            RetryAfter = TimeSpan.FromSeconds(1.2),
            Availability = new Availability { Code = "capacity_exhausted", Retryable = true, RequestedModels = ["acme/small"], AffectedProviders = ["Acme", "Bolt"] },
        };

        Assert.Equal(
            """{"error":{"code":429,"message":"m","error_type":"rate_limit_exceeded","http_status":429,"metadata":{"error_type":"rate_limit_exceeded","provider_name":"Acme","provider_code":"slow_down","raw":"<raw>","previous_errors":[{"provider":"Bolt","code":"overloaded","status":503},{"provider":"Cord","code":"no_answer"}]},"availability":{"code":"capacity_exhausted","retryable":true,"requested_models":["acme/small"],"docs_url":"https://openrouter.ai/docs/api-reference/errors","retry_after":2,"affected_providers":["Acme","Bolt"]}}}""",
            Write(error));
    }

    [Fact]
    public void Write_WhatIsUnknown_IsLeftOutInsteadOfNull()
    {
        var error = new GatewayError
        {
            Code = GatewayErrorCode.ProviderUnavailable,
            Message = "m",
            Origin = ErrorOrigin.Provider,
            Provider = new ProviderFault { ProviderName = "Acme" },
            Availability = new Availability { Code = "temporarily_unavailable", Retryable = true, RequestedModels = [] },
        };

        using var json = JsonDocument.Parse(Write(error));

        var inner = json.RootElement.GetProperty("error");
        Assert.Equal(["error_type", "provider_name"], inner.GetProperty("metadata").EnumerateObject().Select(member => member.Name));
        Assert.Equal(["code", "retryable", "requested_models", "docs_url"], inner.GetProperty("availability").EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public void Write_HalfASurrogatePair_StaysValidJson()
    {
        using var json = JsonDocument.Parse(Write(GatewayError.Client(GatewayErrorCode.InvalidRequest, "cut \ud83d here")));

        Assert.Equal("cut \uFFFD here", json.RootElement.GetProperty("error").GetProperty("message").GetString());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Table_EveryCode_HasStatusAndType(GatewayErrorCode code)
    {
        var error = GatewayError.Gateway(code, "m");

        Assert.InRange(error.Status, 400, 504);
        Assert.Matches("^[a-z_]+$", error.Type);
    }

    public static TheoryData<GatewayErrorCode> Codes => [.. Enum.GetValues<GatewayErrorCode>()];

    private static GatewayError Provider(GatewayErrorCode code) => new()
    {
        Code = code,
        Message = "m",
        Origin = ErrorOrigin.Provider,
        Provider = new ProviderFault
        {
            ProviderName = "Acme",
            ProviderCode = "slow_down",
            Raw = "<raw>",
            PreviousErrors = [new PreviousError("Bolt", "overloaded", 503), new PreviousError("Cord", "no_answer", null)],
        },
    };

    private static string Write(GatewayError error) => Encoding.UTF8.GetString(ErrorEnvelopeWriter.ToUtf8(error));
}
