using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Gateway.Operations;

/// <summary>Reads what metering and routing need of an answer that is one JSON object with one member that matters.</summary>
internal static class MediaFacts
{
    /// <param name="json">The answer.</param>
    /// <param name="output">Name of the member that carries it: <c>data</c>, <c>results</c>, <c>text</c>.</param>
    /// <exception cref="JsonException">Not a JSON object.</exception>
    public static AnswerFacts Read(ReadOnlySpan<byte> json, ReadOnlySpan<byte> output)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The answer is not a JSON object.");
        }

        var facts = default(AnswerFacts);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            facts = ReadMember(ref reader, facts, output);
        }

        return facts;
    }

    private static AnswerFacts ReadMember(ref Utf8JsonReader reader, AnswerFacts facts, ReadOnlySpan<byte> output)
    {
        var isOutput = WireText.Is(reader, output);
        var isUsage = WireText.Is(reader, "usage"u8);
        var isError = WireText.Is(reader, "error"u8);
        var isId = WireText.Is(reader, "id"u8);
        _ = reader.Read();
        if (isUsage)
        {
            return facts with { Usage = UsageReader.Read(ref reader) };
        }

        if (isError)
        {
            return facts with { Error = ErrorObject.Read(ref reader) };
        }

        if (isId && reader.TokenType == JsonTokenType.String)
        {
            return facts with { UpstreamId = WireText.Read(reader) };
        }

        var says = isOutput && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.String;
        reader.Skip();
        return says ? facts with { HasOutput = true } : facts;
    }
}
