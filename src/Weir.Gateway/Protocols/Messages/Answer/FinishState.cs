using System.Text;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Protocols.Json;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Protocols.Messages.Answer;

/// <summary>Why an answer ended, as far as its chunks have said.</summary>
internal sealed class FinishState
{
    // More than anybody explains.
    private const int LongestRefusal = 64 * 1024;

    private readonly StringBuilder _refusal = new();
    private string? _native;
    private string? _stopSequence;

    /// <summary>One of the chat API's reasons; null while it goes on.</summary>
    public string? Reason { get; private set; }

    /// <summary>The tier that served, in this protocol's word; null when nobody said.</summary>
    public string? ServiceTier { get; private set; }

    /// <summary>What broke, when the provider itself says that the answer did.</summary>
    public GatewayError? Error => Reason != FinishReasons.Error ? null : new GatewayError
    {
        Code = GatewayErrorCode.ProviderUnavailable,
        Message = $"The provider ended the answer with an error ({_native ?? Reason}). Try again, or another model.",
        Origin = ErrorOrigin.Provider,
    };

    /// <param name="answer">A completion or chunk.</param>
    /// <param name="choice">Its first choice.</param>
    /// <param name="message">The message or delta of that choice.</param>
    public void Take(JsonElement answer, JsonElement? choice, JsonElement? message)
    {
        Reason = choice?.FindText("finish_reason"u8) ?? Reason;
        _native = choice?.FindText("native_finish_reason"u8) ?? _native;

        // Where servers of open models, and the dialects, say which of the caller's sequences ended it.
        _stopSequence = choice?.FindText("stop_reason"u8) ?? _stopSequence;
        ServiceTier = answer.FindText("service_tier"u8) switch
        {
            "default" or "standard" => "standard",
            "priority" => "priority",
            _ => ServiceTier,
        };
        if (message?.FindText("refusal"u8) is { } refusal && _refusal.Length + refusal.Length <= LongestRefusal)
        {
            _ = _refusal.Append(refusal);
        }
    }

    /// <summary>Writes <c>stop_reason</c>, <c>stop_sequence</c>, <c>stop_details</c> and <c>container</c>.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        var reason = StopReasons.Of(Reason, _native, _stopSequence is not null, _refusal.Length > 0);
        writer.WriteString("stop_reason"u8, reason);
        writer.WriteString("stop_sequence"u8, reason == StopReasons.StopSequence ? _stopSequence : null);
        if (reason == StopReasons.Refusal)
        {
            writer.WriteStartObject("stop_details"u8);
            writer.WriteString("type"u8, "refusal"u8);
            writer.WriteNull("category"u8);
            writer.WriteString("explanation"u8, _refusal.Length > 0 ? _refusal.ToString() : null);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("stop_details"u8);
        }

        writer.WriteNull("container"u8);
    }
}
