using System.Buffers.Binary;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.OpenInference;

namespace Weir.Gateway.Operations.Embeddings;

/// <summary>Writes an embeddings exchange as attributes of an EMBEDDING span.</summary>
internal static class EmbeddingsAttributes
{
    // A batch of vectors is larger than everything else that is stored of a day; who embeds a batch has the vectors anyway.
    private const int MostVectors = 8;
    private const int MostTexts = 1_000;

    public static void WriteInput(ModelRequest request, MaskingSink sink)
    {
        sink.SetUtf8(SpanAttributes.InputValue, request.Body.Span);
        sink.Set(SpanAttributes.InputMimeType, MimeTypes.Json);
        SpanParameters.Write(request, sink, EmbeddingAttributes.InvocationParameters, "input");
        using var input = JsonDocument.Parse(request.Value("input"));
        var index = 0;
        foreach (var text in Texts(input.RootElement).Take(MostTexts))
        {
            sink.Set(Key(index++, EmbeddingAttributes.Text), text);
        }
    }

    public static void WriteOutput(ReadOnlyMemory<byte> answer, MaskingSink sink)
    {
        using var document = JsonDocument.Parse(answer);
        if (!document.RootElement.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array || data.GetArrayLength() > MostVectors)
        {
            return;
        }

        var index = 0;
        foreach (var entry in data.EnumerateArray())
        {
            if (entry.TryGetProperty("embedding", out var vector) && Numbers(vector) is { } numbers)
            {
                sink.Set(Key(index, EmbeddingAttributes.Vector), numbers);
            }

            index++;
        }
    }

    private static string Key(int index, string name) => $"{EmbeddingAttributes.Embeddings}.{index}.{name}";

    private static IEnumerable<string> Texts(JsonElement input) => input.ValueKind switch
    {
        JsonValueKind.String => [WireText.Read(input)],
        JsonValueKind.Array => input.EnumerateArray().Where(element => element.ValueKind == JsonValueKind.String).Select(WireText.Read),
        _ => [],
    };

    private static double[]? Numbers(JsonElement vector)
    {
        if (vector.ValueKind == JsonValueKind.Array)
        {
            return [.. vector.EnumerateArray().Select(number => number.GetDouble())];
        }

        return vector.ValueKind == JsonValueKind.String && vector.TryGetBytesFromBase64(out var bytes)
            ? [.. bytes.Chunk(sizeof(float)).Where(chunk => chunk.Length == sizeof(float)).Select(chunk => (double)BinaryPrimitives.ReadSingleLittleEndian(chunk))]
            : null;
    }
}
