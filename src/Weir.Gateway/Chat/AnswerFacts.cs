using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Ledger.Pricing;

namespace Weir.Gateway.Chat;

/// <summary>What metering and routing need to know of one chat completion or chunk.</summary>
public readonly record struct AnswerFacts
{
    /// <summary>Whether it carries anything a client would show or act on, a finish reason included.</summary>
    public bool HasOutput { get; init; }

    public bool HasToolCalls { get; init; }

    /// <summary>Whether it has choices; a last chunk with the usage has none.</summary>
    public bool HasChoices { get; init; }

    /// <summary>The finish reason of the first choice that has one, as it stands there; null while nothing has finished.</summary>
    public string? FinishReason { get; init; }

    /// <summary>The provider's own word for <see cref="FinishReason"/>: what <c>native_finish_reason</c> says beside it, else the same.</summary>
    public string? NativeFinishReason => FinishReason is null ? null : NativeWord ?? FinishReason;

    /// <summary>Images that a message carries.</summary>
    public int Images { get; init; }

    public string? UpstreamId { get; init; }

    /// <summary>The service tier that the provider says it answers on.</summary>
    public string? ServiceTier { get; init; }

    public TokenUsage? Usage { get; init; }

    /// <summary>An error object in place of, or beside, the choices.</summary>
    public UpstreamErrorBody? Error { get; init; }

    private string? NativeWord { get; init; }

    /// <param name="json">A completion or chunk.</param>
    /// <param name="knownId">What earlier chunks gave as <see cref="UpstreamId"/>: nearly always the same, and then no text is made of it again.</param>
    /// <exception cref="JsonException">Not a JSON object.</exception>
    public static AnswerFacts Read(ReadOnlySpan<byte> json, string? knownId = null)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An event is not a JSON object.");
        }

        var facts = default(AnswerFacts);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            facts = ReadMember(ref reader, facts, knownId);
        }

        return facts;
    }

    private static AnswerFacts ReadMember(ref Utf8JsonReader reader, AnswerFacts facts, string? knownId)
    {
        if (WireText.Is(reader, "choices"u8))
        {
            _ = reader.Read();
            return ReadChoices(ref reader, facts);
        }

        if (WireText.Is(reader, "usage"u8))
        {
            _ = reader.Read();
            return facts with { Usage = UsageReader.Read(ref reader) };
        }

        if (WireText.Is(reader, "error"u8))
        {
            _ = reader.Read();
            return facts with { Error = ErrorObject.Read(ref reader) };
        }

        var isId = WireText.Is(reader, "id"u8);
        var isTier = WireText.Is(reader, "service_tier"u8);
        _ = reader.Read();
        if (isId && reader.TokenType == JsonTokenType.String)
        {
            return facts with { UpstreamId = knownId is not null && !reader.ValueIsEscaped && reader.ValueTextEquals(knownId) ? knownId : WireText.Read(reader) };
        }

        if (isTier && reader.TokenType == JsonTokenType.String)
        {
            return facts with { ServiceTier = WireText.Read(reader) };
        }

        reader.Skip();
        return facts;
    }

    private static AnswerFacts ReadChoices(ref Utf8JsonReader reader, AnswerFacts facts)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return facts;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            facts = facts with { HasChoices = true };
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                facts = ReadChoiceMember(ref reader, facts);
            }
        }

        return facts;
    }

    private static AnswerFacts ReadChoiceMember(ref Utf8JsonReader reader, AnswerFacts facts)
    {
        var isFinish = WireText.Is(reader, "finish_reason"u8);
        var isNative = WireText.Is(reader, "native_finish_reason"u8);
        var isMessage = WireText.Is(reader, "delta"u8) || WireText.Is(reader, "message"u8);
        _ = reader.Read();

        // Some providers write "" where others write null: not finished yet.
        if (isFinish && reader.TokenType == JsonTokenType.String && !reader.ValueSpan.IsEmpty)
        {
            return facts with { HasOutput = true, FinishReason = facts.FinishReason ?? WireText.Read(reader) };
        }

        if (isNative && reader.TokenType == JsonTokenType.String && !reader.ValueSpan.IsEmpty)
        {
            return facts with { NativeWord = facts.NativeWord ?? WireText.Read(reader) };
        }

        if (isMessage && reader.TokenType == JsonTokenType.StartObject)
        {
            return ReadMessage(ref reader, facts);
        }

        reader.Skip();
        return facts;
    }

    private static AnswerFacts ReadMessage(ref Utf8JsonReader reader, AnswerFacts facts)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isRole = WireText.Is(reader, "role"u8);
            var isToolCalls = WireText.Is(reader, "tool_calls"u8);
            var isImages = WireText.Is(reader, "images"u8);
            _ = reader.Read();
            var says = !isRole && SaysSomething(ref reader);
            var images = isImages && reader.TokenType == JsonTokenType.StartArray ? CountItems(reader) : 0;
            reader.Skip();
            facts = facts with { HasOutput = facts.HasOutput || says, HasToolCalls = facts.HasToolCalls || (isToolCalls && says), Images = facts.Images + images };
        }

        return facts;
    }

    private static bool SaysSomething(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => false,
        JsonTokenType.String => !reader.ValueSpan.IsEmpty,
        JsonTokenType.StartArray => Peek(reader).TokenType != JsonTokenType.EndArray,
        _ => true,
    };

    private static int CountItems(Utf8JsonReader copy)
    {
        var items = 0;
        while (copy.Read() && copy.TokenType != JsonTokenType.EndArray)
        {
            copy.Skip();
            items++;
        }

        return items;
    }

    private static Utf8JsonReader Peek(Utf8JsonReader copy)
    {
        _ = copy.Read();
        return copy;
    }
}
