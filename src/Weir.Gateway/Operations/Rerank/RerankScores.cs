using System.Collections.Immutable;
using System.Text.Json;

namespace Weir.Gateway.Operations.Rerank;

/// <summary>Reads the scores of an answer, best first.</summary>
/// <remarks><code>{"results":[{"index":1,"relevance_score":0.98}],"usage":{}}</code></remarks>
internal static class RerankScores
{
    /// <exception cref="JsonException">A result lacks its place or its score.</exception>
    public static ImmutableArray<RerankScore> Read(ReadOnlySpan<byte> json)
    {
        using var document = JsonDocument.Parse(json.ToArray());
        if (!document.RootElement.TryGetProperty("results", out var results) || results.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("The answer has no 'results'.");
        }

        // A stable sort: equals stay as the provider has them.
        return [.. results.EnumerateArray().Select(Read).OrderByDescending(score => score.Relevance)];
    }

    private static RerankScore Read(JsonElement result) =>
        result.ValueKind == JsonValueKind.Object
        && result.TryGetProperty("index", out var index) && index.ValueKind == JsonValueKind.Number && index.TryGetInt32(out var place)
        && result.TryGetProperty("relevance_score", out var score) && score.ValueKind == JsonValueKind.Number && score.TryGetDouble(out var relevance)
            ? new RerankScore(place, relevance)
            : throw new JsonException("A result lacks 'index' or 'relevance_score'.");
}
