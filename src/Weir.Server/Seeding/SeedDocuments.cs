using System.Globalization;
using Weir.OpenInference;

namespace Weir.Server.Seeding;

/// <summary>Passages of documents as attributes.</summary>
internal static class SeedDocuments
{
    public static List<KeyValuePair<string, object>> Retrieved(IReadOnlyList<string> passages, SeedRandom random) => Listed(RetrievalAttributes.Documents, passages, random);

    public static List<KeyValuePair<string, object>> Reranked(string query, IReadOnlyList<string> passages, SeedRandom random) =>
    [
        new(RerankerAttributes.Query, query),
        new(RerankerAttributes.TopK, 2L),
        .. Listed(RerankerAttributes.InputDocuments, passages, random),
        .. Listed(RerankerAttributes.OutputDocuments, [.. passages.Reverse().Take(2)], random),
    ];

    private static List<KeyValuePair<string, object>> Listed(string list, IReadOnlyList<string> passages, SeedRandom random)
    {
        var attributes = new List<KeyValuePair<string, object>>(passages.Count * 3);
        var score = 0.94;
        for (var index = 0; index < passages.Count; index++)
        {
            var prefix = string.Create(CultureInfo.InvariantCulture, $"{list}.{index}.");
            attributes.Add(new(prefix + DocumentAttributes.Id, string.Create(CultureInfo.InvariantCulture, $"seed-doc-{random.Between(1, 900)}")));
            attributes.Add(new(prefix + DocumentAttributes.Content, passages[index]));
            attributes.Add(new(prefix + DocumentAttributes.Score, Math.Round(score -= random.Between(0.01, 0.12), 3)));
        }

        return attributes;
    }
}
