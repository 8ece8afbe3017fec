using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Weir.Ledger.Reconciliation;

/// <summary>Puts the lines of a bill beside our own costs.</summary>
/// <remarks>
/// A model of the bill is ours by its slug, by the slug without its author, or by either without a date at its end; or as the operator says.
/// <code>openai/gpt-4o   gpt-4o   gpt-4o-2024-08-06   claude-haiku-4-5-20251001</code>
/// </remarks>
public static partial class Reconciler
{
    /// <param name="bill">What the provider says.</param>
    /// <param name="ours">What the ledger says of the same days.</param>
    /// <param name="names">Our slugs by the bill's names, where the operator says.</param>
    /// <returns>Every day and model that one of them has, by day, then model.</returns>
    public static ImmutableArray<ReconciledRow> Compare(IEnumerable<BillLine> bill, IEnumerable<DailyCost> ours, IReadOnlyDictionary<string, string> names)
    {
        var costs = ours.ToDictionary(cost => (cost.Day, cost.Model));
        var known = costs.Keys.Select(key => key.Model).Distinct(StringComparer.Ordinal).ToArray();
        var billed = new Dictionary<(DateOnly Day, string Model), BillLine>();
        var slugs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in bill)
        {
            if (!slugs.TryGetValue(line.Model, out var slug))
            {
                slug = slugs[line.Model] = names.GetValueOrDefault(line.Model) ?? SlugOf(line.Model, known) ?? line.Model;
            }

            var key = (line.Day, slug);
            billed[key] = billed.TryGetValue(key, out var before) ? before with { Counts = before.Counts + line.Counts, Cost = before.Cost + line.Cost } : line;
        }

        return
        [
            .. billed.Keys.Union(costs.Keys).OrderBy(key => key.Item1).ThenBy(key => key.Item2, StringComparer.Ordinal)
                .Select(key => new ReconciledRow(key.Item1, key.Item2, billed.GetValueOrDefault(key), costs.GetValueOrDefault(key))),
        ];
    }

    // Two models that could be meant are none.
    private static string? SlugOf(string name, string[] known)
    {
        foreach (var form in (string[])[name, Date().Replace(name, "")])
        {
            var exact = known.Where(slug => slug.Equals(form, StringComparison.OrdinalIgnoreCase)).ToArray();
            var found = exact.Length > 0 ? exact : [.. known.Where(slug => slug[(slug.IndexOf('/') + 1)..].Equals(form, StringComparison.OrdinalIgnoreCase))];
            if (found.Length == 1)
            {
                return found[0];
            }
        }

        return null;
    }

    [GeneratedRegex(@"-(?:20\d{2}-\d{2}-\d{2}|20\d{6})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Date();
}
