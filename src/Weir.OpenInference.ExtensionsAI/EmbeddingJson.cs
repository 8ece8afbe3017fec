using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Weir.OpenInference.ExtensionsAI;

/// <summary>Writes an embeddings exchange in the OpenAI form, which is what the conventions are defined on.</summary>
internal static class EmbeddingJson
{
    public static ReadOnlyMemory<byte> Request<TInput>(IReadOnlyList<TInput> inputs, EmbeddingGenerationOptions? options, string? defaultModel)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, ChatJson.WriterOptions);
        writer.WriteStartObject();
        ChatJson.WriteText(writer, "model", options?.ModelId ?? defaultModel);
        if (options?.Dimensions is { } dimensions)
        {
            writer.WriteNumber("dimensions", dimensions);
        }

        writer.WriteStartArray("input");
        foreach (var input in inputs)
        {
            if (input is string text)
            {
                writer.WriteStringValue(text);
            }
            else
            {
                writer.WriteNullValue(); // keeps the index
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    public static ReadOnlyMemory<byte> Reply<TEmbedding>(GeneratedEmbeddings<TEmbedding> embeddings)
        where TEmbedding : Embedding
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, ChatJson.WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("object", "list");
        ChatJson.WriteText(writer, "model", embeddings.FirstOrDefault()?.ModelId);
        writer.WriteStartArray("data");
        for (var i = 0; i < embeddings.Count; i++)
        {
            writer.WriteStartObject();
            writer.WriteNumber("index", i);
            WriteVector(writer, embeddings[i]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (embeddings.Usage is { } usage)
        {
            ChatJson.WriteUsage(writer, usage);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteVector(Utf8JsonWriter writer, Embedding embedding)
    {
        writer.WriteStartArray("embedding");
        switch (embedding)
        {
            case Embedding<float> single:
                foreach (var number in single.Vector.Span)
                {
                    writer.WriteNumberValue(number);
                }

                break;
            case Embedding<double> wide:
                foreach (var number in wide.Vector.Span)
                {
                    writer.WriteNumberValue(number);
                }

                break;
        }

        writer.WriteEndArray();
    }
}
