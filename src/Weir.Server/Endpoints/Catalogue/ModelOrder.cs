using System.Collections.Immutable;
using Weir.Gateway.Health;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary>The orders that the list of models can be asked for.</summary>
internal static class ModelOrder
{
    /// <summary>Their names, as the API has them.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "most-popular", "newest", "top-weekly", "pricing-low-to-high", "pricing-high-to-low", "context-high-to-low", "throughput-high-to-low",
        "latency-low-to-high", "intelligence-high-to-low", "coding-high-to-low", "agentic-high-to-low", "design-arena-elo-high-to-low",
    ];

    /// <summary>Rows in the order of that name; those without a figure for it come last, and stay as they were.</summary>
    public static IEnumerable<ModelRow> Apply(string? name, IEnumerable<ModelRow> rows, IVitalsSource vitals) => name switch
    {
        "newest" => Falling(rows, row => row.Model.Created.ToUnixTimeSeconds()),
        "pricing-low-to-high" => rows.OrderBy(AveragePrice),
        "pricing-high-to-low" => rows.OrderByDescending(AveragePrice),
        "context-high-to-low" => Falling(rows, row => row.Model.ContextLength),
        "intelligence-high-to-low" => Falling(rows, row => row.Model.Card.Benchmarks?.IntelligenceIndex),
        "coding-high-to-low" => Falling(rows, row => row.Model.Card.Benchmarks?.CodingIndex),
        "agentic-high-to-low" => Falling(rows, row => row.Model.Card.Benchmarks?.AgenticIndex),
        "design-arena-elo-high-to-low" => Falling(rows, row => row.Model.Card.Benchmarks?.Arenas.Select(score => (double?)score.Elo).Max()),

        "throughput-high-to-low" => Falling(rows, row => row.Model.Endpoints.Max(endpoint => vitals.Read(row.Model, endpoint).Throughput?.P50)),
        "latency-low-to-high" => rows.OrderBy(row => row.Model.Endpoints.Min(endpoint => vitals.Read(row.Model, endpoint).Latency?.P50) ?? double.MaxValue),

        // By popularity nothing is measured here yet: every row is without a figure.
        _ => rows,
    };

    // Null is the lowest of all, so a falling order puts it last.
    private static IEnumerable<ModelRow> Falling(IEnumerable<ModelRow> rows, Func<ModelRow, double?> figure) => rows.OrderByDescending(figure);

    private static decimal AveragePrice(ModelRow row)
    {
        var price = ShownPrice.Of(row.Model);
        return (price.Prompt + price.Completion) / 2;
    }
}
