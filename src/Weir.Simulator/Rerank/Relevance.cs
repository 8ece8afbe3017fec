using Weir.Simulator.Text;

namespace Weir.Simulator.Rerank;

/// <summary>How well a document answers a query: the share of the query's words that it has, a little more when it says little else.</summary>
internal sealed class Relevance(string query)
{
    // What the share counts; the rest is how much of the document the query's words are.
    private const double ShareWeight = 0.9;

    private readonly IReadOnlyDictionary<string, double> _query = TextFeatures.Of(query);

    /// <summary>From 0 to 1.</summary>
    public double Of(string document)
    {
        var features = TextFeatures.Of(document);
        var all = _query.Values.Sum();
        if (all == 0 || features.Count == 0)
        {
            return 0;
        }

        var shared = _query.Where(feature => features.ContainsKey(feature.Key)).ToList();
        var share = shared.Sum(feature => feature.Value) / all;
        var focus = shared.Sum(feature => features[feature.Key]) / features.Values.Sum();
        return Math.Round((ShareWeight * share) + ((1 - ShareWeight) * focus), 7);
    }
}
