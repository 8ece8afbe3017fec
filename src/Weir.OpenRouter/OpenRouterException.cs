using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>A call that was refused, failed, or could not be made.</summary>
public sealed class OpenRouterException : Exception
{
    /// <summary>Describes a failure.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="inner">What was thrown below, if anything.</param>
    public OpenRouterException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>HTTP status, or the status that an error inside a stream names; 0 when there was no answer.</summary>
    public int Status { get; init; }

    /// <summary>Code of the error as the API names it, number or word; null if it named none.</summary>
    public string? Code { get; init; }

    /// <summary>What the error says beside its message (<c>error_type</c>, <c>provider_name</c>, <c>raw</c> …); null if nothing.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>What to quote when asking about the call: the generation's id, else the request's; null if the answer had neither.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long to wait before another try can help; null if the answer did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
