using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Gateway.Operations.Embeddings;

/// <summary>Copies the vectors of an answer, turning numbers into base64 or back where the provider sent the other one.</summary>
/// <remarks>Base64 is of 32-bit floats, little-endian. Clients that ask for it decode without looking, so a list of numbers would break them.</remarks>
internal static class VectorList
{
    /// <param name="json">The whole answer.</param>
    /// <param name="wantsBase64">The form that was asked for.</param>
    /// <param name="output">Takes the list.</param>
    /// <exception cref="JsonException">A vector is neither numbers nor base64.</exception>
    public static void Write(ReadOnlySpan<byte> json, bool wantsBase64, IBufferWriter<byte> output)
    {
        var reader = new Utf8JsonReader(json);
        _ = reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isData = WireText.Is(reader, "data"u8);
            _ = reader.Read();
            if (isData && reader.TokenType == JsonTokenType.StartArray)
            {
                WriteAll(json, ref reader, wantsBase64, output);
                return;
            }

            reader.Skip();
        }

        output.Write("[]"u8);
    }

    private static void WriteAll(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, bool wantsBase64, IBufferWriter<byte> output)
    {
        output.Write("["u8);
        var separator = default(MemberSeparator);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            separator.Write(output);
            WriteOne(json, ref reader, wantsBase64, output);
        }

        output.Write("]"u8);
    }

    private static void WriteOne(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, bool wantsBase64, IBufferWriter<byte> output)
    {
        output.Write("{\"object\":\"embedding\""u8);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            var isObject = WireText.Is(reader, "object"u8);
            var isVector = WireText.Is(reader, "embedding"u8);
            _ = reader.Read();
            if (isVector)
            {
                output.Write(",\"embedding\":"u8);
                WriteVector(json, ref reader, wantsBase64, output);
                continue;
            }

            reader.Skip();
            if (!isObject)
            {
                output.Write(","u8);
                output.Write(json[start..(int)reader.BytesConsumed]);
            }
        }

        output.Write("}"u8);
    }

    private static void WriteVector(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, bool wantsBase64, IBufferWriter<byte> output)
    {
        var start = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray when wantsBase64:
                WriteBase64(ReadNumbers(ref reader), output);
                break;
            case JsonTokenType.String when !wantsBase64:
                WriteNumbers(ref reader, output);
                break;
            case JsonTokenType.StartArray or JsonTokenType.String:
                reader.Skip();
                output.Write(json[start..(int)reader.BytesConsumed]);
                break;
            default:
                throw new JsonException("A vector is neither a list of numbers nor base64.");
        }
    }

    private static List<float> ReadNumbers(ref Utf8JsonReader reader)
    {
        var numbers = new List<float>(1536);
        while (reader.Read() && reader.TokenType == JsonTokenType.Number)
        {
            numbers.Add((float)reader.GetDouble());
        }

        return reader.TokenType == JsonTokenType.EndArray ? numbers : throw new JsonException("A vector holds something that is not a number.");
    }

    private static void WriteBase64(List<float> numbers, IBufferWriter<byte> output)
    {
        var bytes = new byte[numbers.Count * sizeof(float)];
        for (var index = 0; index < numbers.Count; index++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(index * sizeof(float)), numbers[index]);
        }

        using var writer = new Utf8JsonWriter(output);
        writer.WriteBase64StringValue(bytes);
        writer.Flush();
    }

    private static void WriteNumbers(ref Utf8JsonReader reader, IBufferWriter<byte> output)
    {
        if (!reader.TryGetBytesFromBase64(out var bytes) || bytes.Length % sizeof(float) != 0)
        {
            throw new JsonException("A vector is not base64 of 32-bit floats.");
        }

        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartArray();
        for (var at = 0; at < bytes.Length; at += sizeof(float))
        {
            writer.WriteNumberValue(BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(at)));
        }

        writer.WriteEndArray();
        writer.Flush();
    }
}
