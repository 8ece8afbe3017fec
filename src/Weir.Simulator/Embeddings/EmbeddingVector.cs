using Weir.Simulator.Text;

namespace Weir.Simulator.Embeddings;

/// <summary>Places a text in space: the sum of one fixed direction for each of its words, so that texts with words in common are near each other.</summary>
internal static class EmbeddingVector
{
    public const int Dimensions = 1536;

    /// <summary>A vector of length 1. Fewer dimensions are the first of the full ones, as with models that were trained for it.</summary>
    public static float[] Of(string text, int dimensions)
    {
        var sum = new double[dimensions];
        foreach (var (feature, weight) in TextFeatures.Of(text))
        {
            Add(sum, StableHash.Of(feature), weight);
        }

        var length = Math.Sqrt(sum.Sum(value => value * value));
        if (length == 0)
        {
            // No word at all: some direction of its own, for a vector of zeros is near nothing, itself included.
            Add(sum, StableHash.Of(text), 1);
            length = Math.Sqrt(sum.Sum(value => value * value));
        }

        return Array.ConvertAll(sum, value => (float)(value / length));
    }

    private static void Add(double[] sum, ulong seed, double weight)
    {
        var random = new SeededRandom(seed);
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += weight * ((2 * random.Fraction()) - 1);
        }
    }
}
