using System.Collections.Immutable;
using System.Text.Json;
using Weir.Ledger.Reconciliation;

namespace Weir.Server.Reconciliation;

/// <summary>A provider's bill, to be compared with what a ledger says of the same days.</summary>
public sealed class BillComparison
{
    private readonly IReadOnlyList<BillLine> _bill;
    private readonly CostQuery _query;
    private readonly ComparisonOptions _options;

    private BillComparison(IReadOnlyList<BillLine> bill, CostQuery query, ComparisonOptions options) => (_bill, _query, _options) = (bill, query, options);

    /// <summary>What a running server is asked for.</summary>
    public string Path => CostAnswer.PathOf(_query);

    /// <summary>Reads a bill of comma-separated values.</summary>
    /// <exception cref="InvalidDataException">It cannot be read; the message names the line.</exception>
    public static BillComparison Read(TextReader reader, ComparisonOptions options)
    {
        var bill = BillReader.Read(reader, ColumnsOf(options));
        return bill.Count == 0
            ? throw new InvalidDataException("the bill has no rows behind its header.")
            : new BillComparison(
                bill,
                new CostQuery { From = bill.Min(line => line.Day), To = bill.Max(line => line.Day), Provider = options.Provider, Byok = options.Byok },
                options);
    }

    /// <summary>Compares it with the ledger of a data folder, also beside the server that has it open.</summary>
    /// <exception cref="IOException">There is no ledger, or it cannot be read.</exception>
    public ComparisonReport WithFolder(string dataFolder) => With(LocalCosts.Read(dataFolder, _query));

    /// <summary>Compares it with what a running server answered at <see cref="Path"/>.</summary>
    /// <exception cref="InvalidDataException">It is no such answer.</exception>
    public ComparisonReport WithAnswer(JsonElement answer) => With(CostAnswer.Read(answer));

    private ComparisonReport With(IReadOnlyList<DailyCost> ours)
    {
        var names = _options.Models
            .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var rows = Reconciler.Compare(_bill, ours, names);
        var differing = rows.Where(row => !row.IsEqual(_options.Tolerance, _options.CostOnly)).ToImmutableArray();
        return new ComparisonReport(
            differing.IsEmpty, _options.Json ? ReconcileText.Json(_query, rows, differing) : ReconcileText.Table(_query, rows, differing));
    }

    private static Dictionary<BillField, string> ColumnsOf(ComparisonOptions options)
    {
        var map = new Dictionary<BillField, string>();
        foreach (var (name, column) in options.Columns)
        {
            var field = BillColumns.Find(name) ?? throw new InvalidDataException(
                $"'{name}' is nothing that a column can hold; there are date, model, requests, prompt_tokens, completion_tokens and cost.");
            if (!map.TryAdd(field, column))
            {
                throw new InvalidDataException($"two columns are named for '{name}'.");
            }
        }

        return map;
    }
}
