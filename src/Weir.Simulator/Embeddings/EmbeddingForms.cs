using System.Text.Json;

namespace Weir.Simulator.Embeddings;

/// <summary>Writes a vector in the forms that the APIs know.</summary>
internal static class EmbeddingForms
{
    /// <summary>Numbers of the vector for a Cohere <c>embedding_types</c> name; null when there is no such type.</summary>
    public static IEnumerable<double>? Of(string type, float[] vector) => type switch
    {
        "float" => vector.Select(value => (double)value),
        "int8" => Scaled(vector, 127),
        "uint8" => Scaled(vector, 127).Select(value => value + 128),
        "binary" => Bits(vector).Select(value => (double)value - 128),
        "ubinary" => Bits(vector).Select(value => (double)value),
        _ => null,
    };

    public static void WriteFloats(Utf8JsonWriter json, string name, float[] vector)
    {
        json.WriteStartArray(name);
        foreach (var value in vector)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    // The largest part of this vector becomes the largest number.
    private static IEnumerable<double> Scaled(float[] vector, int most)
    {
        var largest = vector.Max(Math.Abs);
        return vector.Select(value => (double)Math.Round(value / largest * most));
    }

    // Eight signs to a byte, the first in the highest bit.
    private static IEnumerable<int> Bits(float[] vector) =>
        vector.Chunk(8).Select(eight => eight.Select((value, place) => value > 0 ? 0x80 >> place : 0).Sum());
}
