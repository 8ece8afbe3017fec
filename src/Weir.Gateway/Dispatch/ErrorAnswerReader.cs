using System.Text;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Dispatch;

/// <summary>Turns an answer with an error status into a failure that names the provider and shows no secret.</summary>
internal static class ErrorAnswerReader
{
    private const int LargestErrorBody = 64 * 1024;

    public static async Task<AttemptFailure> ReadAsync(Candidate candidate, HttpResponseMessage response, AttemptDeadline deadline)
    {
        deadline.ArmIdle();
        var stream = await response.Content.ReadAsStreamAsync(deadline.Token);
        var buffer = new byte[LargestErrorBody];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, deadline.Token);
        var provider = candidate.Endpoint.Provider;
        var error = provider.Dialect.ReadError(buffer.AsSpan(0, length));
        var scrubbed = error with { Message = error.Message is null ? null : SecretScrubber.Scrub(error.Message, provider.Secrets) };
        var raw = SecretScrubber.Scrub(Encoding.UTF8.GetString(buffer, 0, length), provider.Secrets);
        return AttemptFailures.FromStatus(candidate, (int)response.StatusCode, scrubbed, raw, RetryAfter(response) ?? error.RetryAfter);
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when response.Headers.Date is { } now && date > now => date - now,
        _ => null,
    };
}
