using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Weir.Ledger.Reconciliation;

/// <summary>Which column of a bill holds what: by its header, by what the operator says, or in our own order where there is no header.</summary>
/// <remarks><code>date,model,requests,prompt_tokens,completion_tokens,cost</code></remarks>
public sealed class BillColumns
{
    private static readonly FrozenDictionary<BillField, string[]> Names = new Dictionary<BillField, string[]>
    {
        [BillField.Date] = ["date", "day"],
        [BillField.Model] = ["model"],
        [BillField.Requests] = ["requests"],
        [BillField.PromptTokens] = ["prompt_tokens", "input_tokens"],
        [BillField.CompletionTokens] = ["completion_tokens", "output_tokens"],
        [BillField.Cost] = ["cost", "cost_usd"],
    }.ToFrozenDictionary();

    private readonly ImmutableSortedDictionary<BillField, int> _places;

    private BillColumns(ImmutableSortedDictionary<BillField, int> places, int count) => (_places, Count) = (places, count);

    /// <summary>How many columns a record has.</summary>
    public int Count { get; }

    /// <summary>Our own format, which needs no header.</summary>
    public static BillColumns Own { get; } = new(Enum.GetValues<BillField>().ToImmutableSortedDictionary(field => field, field => (int)field), Names.Count);

    /// <summary>Reads a header.</summary>
    /// <param name="header">The first record.</param>
    /// <param name="map">Names of columns by what they hold, where the operator says; they win.</param>
    /// <exception cref="InvalidDataException">A column that is needed is not there, or two could be it.</exception>
    public static BillColumns Of(string[] header, IReadOnlyDictionary<BillField, string> map)
    {
        var places = ImmutableSortedDictionary.CreateBuilder<BillField, int>();
        foreach (var field in Enum.GetValues<BillField>())
        {
            var names = map.TryGetValue(field, out var name) ? [name] : Names[field];
            var found = Enumerable.Range(0, header.Length).Where(place => names.Contains(header[place].Trim(), StringComparer.OrdinalIgnoreCase)).ToArray();
            if (found.Length > 1)
            {
                var candidates = Listed(found.Select(place => header[place]));
                throw new InvalidDataException($"several columns could be the {NameOf(field)}: {candidates}. Name one with --map {NameOf(field)}=COLUMN.");
            }

            if (found.Length == 1)
            {
                places.Add(field, found[0]);
            }
            else if (field is BillField.Date or BillField.Model or BillField.Cost || map.ContainsKey(field))
            {
                throw new InvalidDataException(
                    $"no column is called {Listed(names)}; there are {Listed(header)}. "
                    + $"Name the one that holds the {NameOf(field)} with --map {NameOf(field)}=COLUMN.");
            }
        }

        return new BillColumns(places.ToImmutable(), header.Length);
    }

    /// <summary>What operators call a field.</summary>
    public static string NameOf(BillField field) => Names[field][0];

    /// <summary>The field of such a name; null when there is none.</summary>
    public static BillField? Find(string name) =>
        Names.FirstOrDefault(known => known.Value[0].Equals(name, StringComparison.OrdinalIgnoreCase)) is { Value: not null } known ? known.Key : null;

    /// <summary>The text of a field; null where the bill has no such column.</summary>
    public string? Text(string[] record, BillField field) => _places.TryGetValue(field, out var place) ? record[place].Trim() : null;

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));
}
