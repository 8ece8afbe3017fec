using Weir.Gateway.Chat;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Protocols.Responses.Output;

/// <summary>How far a response has come, or how it ended.</summary>
internal sealed record ResponseEnd
{
    public static readonly ResponseEnd InProgress = new() { Status = "in_progress" };

    private static readonly ResponseEnd Completed = new() { Status = "completed" };

    /// <summary>As the wire names it.</summary>
    public required string Status { get; init; }

    /// <summary>Why it is incomplete; null when it is not.</summary>
    public string? IncompleteReason { get; init; }

    /// <summary>From the short list of codes that Responses have; null without an error.</summary>
    public string? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    /// <summary>The error in our own vocabulary.</summary>
    public string? ErrorType { get; init; }

    /// <summary>What the error carries; empty when nobody asked.</summary>
    public ReadOnlyMemory<byte> RouterMetadata { get; init; }

    public bool IsCompleted => Status == "completed";

    /// <summary>Of the item at which an answer ends.</summary>
    public string LastItemStatus => IsCompleted ? OutputItem.Completed : OutputItem.Incomplete;

    /// <summary>The event that tells it.</summary>
    public ReadOnlySpan<byte> EventType => Status switch
    {
        "completed" => "response.completed"u8,
        "incomplete" => "response.incomplete"u8,
        _ => "response.failed"u8,
    };

    /// <summary>The end of an answer that did not break; a whole one that names no reason is complete.</summary>
    public static ResponseEnd Of(OutputState output) => output.FinishReason switch
    {
        FinishReasons.Length => new ResponseEnd { Status = "incomplete", IncompleteReason = "max_output_tokens" },
        FinishReasons.ContentFilter => new ResponseEnd { Status = "incomplete", IncompleteReason = "content_filter" },
        FinishReasons.Error => new ResponseEnd
        {
            Status = "failed",
            ErrorCode = "server_error",
            ErrorMessage = $"The model ended its answer with an error ({output.NativeFinishReason ?? "no reason given"}).",
            ErrorType = GatewayErrorTable.Type(GatewayErrorCode.ProviderUnavailable),
        },
        _ => Completed,
    };

    public static ResponseEnd Failed(GatewayError error) => new()
    {
        Status = "failed",
        ErrorCode = CodeOf(error.Code),
        ErrorMessage = error.Message,
        ErrorType = error.Type,
        RouterMetadata = error.RouterMetadata,
    };

    // Source: the error codes of the Responses skin, which has no others.
    private static string CodeOf(GatewayErrorCode code) => code switch
    {
        GatewayErrorCode.RateLimited => "rate_limit_exceeded",
        GatewayErrorCode.ContextLengthExceeded or GatewayErrorCode.InvalidRequest => "invalid_prompt",
        GatewayErrorCode.ContentPolicyViolation => "image_content_policy_violation",
        _ => "server_error",
    };
}
