using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Gateway.Continuation;

/// <summary>What a chunk adds to an answer, as far as going on with it elsewhere depends on it.</summary>
/// <remarks><code>{"choices":[{"index":0,"delta":{"role":"assistant","content":"Hel","reasoning":"Hm."},"finish_reason":null}]}</code></remarks>
internal readonly record struct DeltaChunk
{
    public required AnswerFacts Facts { get; init; }

    /// <summary>Empty when it carries none.</summary>
    public string Text { get; private init; } = "";

    public string Reasoning { get; private init; } = "";
    public bool HasRole { get; private init; }

    /// <summary>Whether it carries what is neither text nor reasoning: tool calls, images, sound, a refusal, a second choice.</summary>
    public bool HasMore { get; private init; }

    /// <summary>Whether anything but text would be lost if it were left out.</summary>
    public bool IsTextOnly => !HasMore && Reasoning.Length == 0 && !HasRole && Facts is { FinishReason: null, Usage: null };

    public DeltaChunk()
    {
    }

    /// <param name="json">A chunk.</param>
    /// <param name="knownId">The upstream's id of the answer, once a chunk has given it.</param>
    /// <exception cref="JsonException">Not a JSON object.</exception>
    public static DeltaChunk Read(ReadOnlySpan<byte> json, string? knownId)
    {
        var chunk = new DeltaChunk { Facts = AnswerFacts.Read(json, knownId) };
        if (!chunk.Facts.HasChoices)
        {
            return chunk;
        }

        var reader = new Utf8JsonReader(json);
        _ = reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isChoices = WireText.Is(reader, "choices"u8);
            _ = reader.Read();
            if (isChoices && reader.TokenType == JsonTokenType.StartArray)
            {
                return ReadChoices(ref reader, chunk);
            }

            reader.Skip();
        }

        return chunk;
    }

    private static DeltaChunk ReadChoices(ref Utf8JsonReader reader, DeltaChunk chunk)
    {
        for (var count = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++)
        {
            if (count > 0)
            {
                chunk = chunk with { HasMore = true };
            }

            if (count > 0 || reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                chunk = ReadChoiceMember(ref reader, chunk);
            }
        }

        return chunk;
    }

    private static DeltaChunk ReadChoiceMember(ref Utf8JsonReader reader, DeltaChunk chunk)
    {
        var isDelta = WireText.Is(reader, "delta"u8);
        var isIndex = WireText.Is(reader, "index"u8);
        _ = reader.Read();
        if (isDelta && reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                chunk = ReadDeltaMember(ref reader, chunk);
            }

            return chunk;
        }

        var isOther = isIndex && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var index) && index > 0;
        reader.Skip();
        return isOther ? chunk with { HasMore = true } : chunk;
    }

    private static DeltaChunk ReadDeltaMember(ref Utf8JsonReader reader, DeltaChunk chunk)
    {
        var name = WireText.Read(reader);
        _ = reader.Read();
        var text = reader.TokenType == JsonTokenType.String ? WireText.Read(reader) : null;
        var isEmpty = reader.TokenType == JsonTokenType.Null || text is "" || (reader.TokenType == JsonTokenType.StartArray && IsEmptyList(reader));
        reader.Skip();
        return name switch
        {
            "content" when text is not null => chunk with { Text = text },
            "reasoning" or "reasoning_content" when text is not null => chunk with { Reasoning = text },
            "reasoning_details" when !isEmpty && chunk.Reasoning.Length == 0 => chunk with { Reasoning = " " },
            "reasoning_details" => chunk,
            "role" => chunk with { HasRole = true },
            _ when isEmpty => chunk,
            _ => chunk with { HasMore = true },
        };
    }

    private static bool IsEmptyList(Utf8JsonReader copy) => copy.Read() && copy.TokenType == JsonTokenType.EndArray;
}
