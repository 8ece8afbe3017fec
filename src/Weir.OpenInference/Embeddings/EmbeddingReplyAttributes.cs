using System.Buffers.Binary;
using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Flattens an OpenAI-dialect embeddings reply to attributes.</summary>
public static class EmbeddingReplyAttributes
{
    /// <summary>Numbers of all vectors together that one span holds (8 MiB); further vectors are left out, and <c>weir.output.truncated</c> says so.</summary>
    public const int MostVectorNumbers = 1_048_576;

    /// <summary>
    /// Writes <c>output.*</c>, <c>embedding.model_name</c>, token counts, cost and the vectors, as numbers whatever their wire format.
    /// Never throws on content: a reply that is not a JSON object is recorded as plain text.
    /// </summary>
    /// <param name="reply">UTF-8 JSON of the whole reply.</param>
    /// <param name="sink">Receives the attributes, masked already.</param>
    /// <param name="config">What is hidden.</param>
    /// <returns>The error that a reply with status 200 may hold; null if none.</returns>
    public static ChatError? Write(ReadOnlyMemory<byte> reply, AttributeSink sink, TraceConfig config) =>
        ReplyBodyAttributes.Write(reply, EmbeddingAttributes.ModelName, edit: null, sink, config, WriteContents);

    private static ChatError? WriteContents(JsonElement root, MaskingSink sink)
    {
        if (JsonRead.TryGetArray(root, "data"u8, out var data))
        {
            WriteVectors(data, sink);
        }

        return ChatError.FromOwner(root);
    }

    private static void WriteVectors(JsonElement data, MaskingSink sink)
    {
        var position = 0;
        var remaining = MostVectorNumbers;
        foreach (var entry in data.EnumerateArray())
        {
            var index = JsonRead.TryGetInteger(entry, "index"u8, out var named) ? named : position;
            position++;
            if (Numbers(entry) is not { } numbers)
            {
                continue;
            }

            remaining -= numbers.Length;
            if (remaining < 0)
            {
                sink.Set(WeirAttributes.OutputTruncated, value: true);
                return;
            }

            sink.Set($"{EmbeddingAttributes.Embeddings}.{index}.{EmbeddingAttributes.Vector}", numbers);
        }
    }

    private static double[]? Numbers(JsonElement entry)
    {
        if (JsonRead.TryGetArray(entry, "embedding"u8, out var list))
        {
            var numbers = new double[list.GetArrayLength()];
            var position = 0;
            foreach (var number in list.EnumerateArray())
            {
                if (number.ValueKind != JsonValueKind.Number || !number.TryGetDouble(out numbers[position++]))
                {
                    return null;
                }
            }

            return numbers;
        }

        return JsonRead.TryGetText(entry, "embedding"u8, out var text) && text.TryGetBytesFromBase64(out var bytes) ? FromFloats(bytes) : null;
    }

    // Little-endian 32-bit floats, whatever machine reads them.
    private static double[] FromFloats(ReadOnlySpan<byte> bytes)
    {
        var numbers = new double[bytes.Length / sizeof(float)];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
        }

        return numbers;
    }
}
