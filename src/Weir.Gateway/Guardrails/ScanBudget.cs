using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Guardrails;

/// <summary>The time that all filters of one request have together.</summary>
/// <remarks>A match takes time in proportion to the text, but a pattern can be made whose matches each read to the end of it.</remarks>
internal sealed class ScanBudget(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>For all of them.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromSeconds(5);

    public static GatewayError Exceeded { get; } = GatewayError.Gateway(
        GatewayErrorCode.ServerBusy,
        $"The content filters of your guardrails did not get through this request within {Longest.TotalSeconds} seconds, so it was not sent on. Shorten it, or ask your org admin to simplify the patterns.") with
    {
        IsPermanent = true,
    };

    /// <exception cref="GatewayException">It is used up: the request is refused, not sent unread.</exception>
    public void Check()
    {
        if (time.GetElapsedTime(_start) > Longest)
        {
            throw new GatewayException(Exceeded);
        }
    }
}
