using Weir.Gateway.Dispatch;
using Weir.Protocol.Errors;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Dispatch;

/// <summary>What a provider's failure means, and what the caller is told after the last one.</summary>
public sealed class AttemptFailuresTests
{
    [Theory]
    [InlineData(400, null, GatewayErrorCode.InvalidRequest, FallbackScope.NextModel)]
    [InlineData(400, "context_length_exceeded", GatewayErrorCode.ContextLengthExceeded, FallbackScope.NextModel)]
    [InlineData(400, "content_filter", GatewayErrorCode.ContentPolicyViolation, FallbackScope.NextModel)]
    [InlineData(400, "invalid_api_key", GatewayErrorCode.ProviderUnavailable, FallbackScope.NextEndpoint)]
    [InlineData(422, null, GatewayErrorCode.Unprocessable, FallbackScope.NextModel)]
    [InlineData(413, null, GatewayErrorCode.PayloadTooLarge, FallbackScope.NextModel)]
    [InlineData(401, null, GatewayErrorCode.ProviderUnavailable, FallbackScope.NextEndpoint)]
    [InlineData(402, null, GatewayErrorCode.ProviderUnavailable, FallbackScope.NextEndpoint)]
    [InlineData(403, null, GatewayErrorCode.ProviderUnavailable, FallbackScope.NextEndpoint)]
    [InlineData(404, null, GatewayErrorCode.NotFound, FallbackScope.NextEndpoint)]
    [InlineData(408, null, GatewayErrorCode.Timeout, FallbackScope.NextEndpoint)]
    [InlineData(504, null, GatewayErrorCode.Timeout, FallbackScope.NextEndpoint)]
    [InlineData(429, null, GatewayErrorCode.RateLimited, FallbackScope.NextEndpoint)]
    [InlineData(500, null, GatewayErrorCode.ProviderUnavailable, FallbackScope.NextEndpoint)]
    [InlineData(503, null, GatewayErrorCode.ProviderOverloaded, FallbackScope.NextEndpoint)]
    [InlineData(529, null, GatewayErrorCode.ProviderOverloaded, FallbackScope.NextEndpoint)]
    [InlineData(302, null, GatewayErrorCode.ProviderUnavailable, FallbackScope.NextEndpoint)]
    public void FromStatus_Status_MeansErrorAndScope(int status, string? code, GatewayErrorCode expected, FallbackScope scope)
    {
        var failure = AttemptFailures.FromStatus(Candidate(), status, new UpstreamErrorBody("why", code), "raw", TimeSpan.FromSeconds(3));

        Assert.Equal((expected, scope), (failure.Code, failure.Fallback));
        Assert.Equal($"Acme answered {status}: why", failure.Message);
        Assert.Equal((code, "raw", TimeSpan.FromSeconds(3)), (failure.ProviderCode, failure.Raw, failure.RetryAfter));
    }

    [Theory]
    [InlineData("429", GatewayErrorCode.RateLimited)]
    [InlineData("content_filter", GatewayErrorCode.ContentPolicyViolation, FallbackScope.NextModel)]
    [InlineData("503", GatewayErrorCode.ProviderOverloaded)]
    [InlineData("529", GatewayErrorCode.ProviderOverloaded)]
    [InlineData("500", GatewayErrorCode.ProviderUnavailable)]
    [InlineData("server_error", GatewayErrorCode.ProviderUnavailable)]
    [InlineData(null, GatewayErrorCode.ProviderUnavailable)]
    public void FromErrorEvent_Code_MeansErrorAndScope(string? code, GatewayErrorCode expected, FallbackScope scope = FallbackScope.NextEndpoint)
    {
        var failure = AttemptFailures.FromErrorEvent(Candidate(), new UpstreamErrorBody(null, code));

        Assert.Equal((expected, scope), (failure.Code, failure.Fallback));
    }

    [Fact]
    public void FromErrorEvent_MessageThatEchoesTheCredential_IsScrubbed()
    {
        var failure = AttemptFailures.FromErrorEvent(Candidate(), new UpstreamErrorBody("bad key acme-secret-credential, not sk-abcdefgh12345678", null));

        Assert.Equal("Acme reported an error: bad key [redacted], not [redacted]", failure.Message);
    }

    [Fact]
    public void FromAttempts_AllLimited_IsExhaustedWithTheLeastWait()
    {
        var error = Error(Limited(30), Limited(12), Limited(45));

        Assert.Equal((GatewayErrorCode.RateLimited, "capacity_exhausted", true), (error.Code, error.Availability?.Code, error.Availability!.Retryable));
        Assert.Equal(TimeSpan.FromSeconds(12), error.RetryAfter);
        Assert.Equal(["acme/small"], error.Availability.RequestedModels);
        Assert.Equal(["P0", "P1", "P2"], error.Availability.AffectedProviders);
        Assert.Equal([new PreviousError("P0", "429", 429), new("P1", "429", 429)], error.Provider!.PreviousErrors);
        Assert.Equal("P2", error.Provider.ProviderName);
    }

    [Fact]
    public void FromAttempts_OneWithoutHint_GivesNone() => Assert.Null(Error(Limited(30), Limited(null)).RetryAfter);

    [Fact]
    public void FromAttempts_AllNotFound_IsNotRetryable()
    {
        var error = Error((404, Status(404)), (404, Status(404)));

        Assert.Equal((404, "model_unavailable_upstream", false), (error.Status, error.Availability?.Code, error.Availability!.Retryable));
    }

    [Theory]
    [InlineData(new[] { 500 }, 502)]
    [InlineData(new[] { 503 }, 503)]
    [InlineData(new[] { 504 }, 504)]
    [InlineData(new[] { 500, 504 }, 503)]
    public void FromAttempts_AllFailed_IsTemporary(int[] statuses, int expected)
    {
        var error = Error([.. statuses.Select(status => ((int?)status, Status(status)))]);

        Assert.Equal((expected, "temporarily_unavailable", true), (error.Status, error.Availability?.Code, error.Availability!.Retryable));
    }

    [Fact]
    public void FromAttempts_DifferentReasons_IsTheLastWithoutAvailability()
    {
        var error = Error(Limited(3), (400, Status(400)));

        Assert.Equal((400, null), (error.Status, error.Availability));
        Assert.Equal("P1 answered 400: why", error.Message.Replace("Acme", "P1", StringComparison.Ordinal));
    }

    [Fact]
    public void FromAttempts_OneThatNeverAnswered_SaysSoInTheHistory()
    {
        var candidate = Candidate();
        using var deadline = new AttemptDeadline(candidate.Endpoint.Provider.Timeouts, TimeSpan.FromHours(1), new FakeTime(), CancellationToken.None);

        var error = Error((null, AttemptFailures.FromException(candidate, new HttpRequestException(HttpRequestError.ConnectionError), deadline)), (500, Status(500)));

        Assert.Equal([new PreviousError("P0", "no_answer", null)], error.Provider!.PreviousErrors);
    }

    [Fact]
    public void FromAttempts_NobodyCouldBeAsked_IsTheRequestsFault()
    {
        var error = Error((null, Untranslatable()), (null, Untranslatable()));

        Assert.Equal((400, "Acme cannot be asked this: no video", null), (error.Status, error.Message, error.Availability));
        Assert.Equal([new PreviousError("P0", "no_answer", null)], error.Provider!.PreviousErrors);
    }

    [Fact]
    public void FromAttempts_OneThatCouldNotBeAsked_DoesNotHideThatOthersAreDown()
    {
        var error = Error((503, Status(503)), (null, Untranslatable()));

        Assert.Equal((503, "temporarily_unavailable", "P0"), (error.Status, error.Availability?.Code, error.Provider!.ProviderName));
    }

    private static AttemptFailure Untranslatable() => AttemptFailures.FromTranslation(Candidate(), new TranslationException("no video"));

    private static AttemptFailure Status(int status) => AttemptFailures.FromStatus(Candidate(), status, new UpstreamErrorBody("why", null), "raw", null);

    private static (int? Status, AttemptFailure Failure) Limited(int? seconds) =>
        (429, Status(429) with { RetryAfter = seconds is { } wait ? TimeSpan.FromSeconds(wait) : null });

    private static GatewayError Error(params (int? Status, AttemptFailure Failure)[] attempts) => GatewayErrors.FromAttempts(
        [.. attempts.Select((attempt, i) => Attempt($"P{i}", attempt.Failure, attempt.Status))],
        new([Candidate()]));
}
