using System.Globalization;

namespace Weir.Ledger.Reconciliation;

/// <summary>Reads a bill from a file of comma-separated values and adds its rows up by day and model.</summary>
public static class BillReader
{
    // Ten years of three hundred models.
    private const int MostLines = 1_000_000;
    private const int LongestModel = 500;

    private static readonly string[] DateForms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss",
    ];

    /// <param name="reader">The file.</param>
    /// <param name="map">Names of columns by what they hold, where the operator says.</param>
    /// <exception cref="InvalidDataException">It cannot be read; the message names the line.</exception>
    public static IReadOnlyList<BillLine> Read(TextReader reader, IReadOnlyDictionary<BillField, string> map)
    {
        var records = new CsvRecords(reader);
        var first = records.Read() ?? throw new InvalidDataException("the file is empty.");

        // Where the first record is data, there is no header.
        var hasHeader = map.Count > 0 || first.Length != BillColumns.Own.Count || TryDate(first[0]) is null;
        var columns = hasHeader ? BillColumns.Of(first, map) : BillColumns.Own;
        var lines = new Dictionary<(DateOnly, string), BillLine>();
        for (var record = hasHeader ? records.Read() : first; record is not null; record = records.Read())
        {
            try
            {
                Add(lines, ReadLine(record, columns, records.Line));
            }
            catch (OverflowException beyond)
            {
                throw new InvalidDataException($"line {records.Line} makes a sum too large to be one.", beyond);
            }
        }

        return [.. lines.Values];
    }

    private static void Add(Dictionary<(DateOnly, string), BillLine> lines, BillLine line)
    {
        var key = (line.Day, line.Model);
        if (lines.TryGetValue(key, out var known))
        {
            lines[key] = known with { Counts = known.Counts + line.Counts, Cost = known.Cost + line.Cost };
            return;
        }

        if (lines.Count == MostLines)
        {
            throw new InvalidDataException($"the file has more than {MostLines} different days and models; split it.");
        }

        lines.Add(key, line);
    }

    private static BillLine ReadLine(string[] record, BillColumns columns, int line)
    {
        if (record.Length != columns.Count)
        {
            throw new InvalidDataException($"line {line} has {record.Length} columns where {columns.Count} are expected.");
        }

        var date = columns.Text(record, BillField.Date)!;
        var model = columns.Text(record, BillField.Model)!;
        if (model.Length is 0 or > LongestModel)
        {
            throw new InvalidDataException($"line {line} names no model, or one of more than {LongestModel} characters.");
        }

        return new BillLine(
            TryDate(date) ?? throw Wrong(line, BillField.Date, date, "a UTC day, for example 2026-03-01, or an ISO 8601 time"),
            model,
            new BillCounts(Count(BillField.Requests), Count(BillField.PromptTokens), Count(BillField.CompletionTokens)),
            CostOf(columns.Text(record, BillField.Cost)!, line));

        long? Count(BillField field)
        {
            if (columns.Text(record, field) is not { } text)
            {
                return null;
            }

            return text.Length == 0 ? 0
                : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count
                : throw Wrong(line, field, text, "a whole number without separators, for example 1234");
        }
    }

    // "1,234.56" means one thing here and another there: nobody is to find out after the comparison.
    private static decimal CostOf(string text, int line)
    {
        const NumberStyles Styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent;
        return decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out var cost) ? cost
            : throw Wrong(line, BillField.Cost, text, "US dollars with a point and without thousands separators or a currency, for example 1234.56");
    }

    private static DateOnly? TryDate(string text)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(text.Trim(), DateForms, CultureInfo.InvariantCulture, Styles, out var time))
        {
            return DateOnly.FromDateTime(time.UtcDateTime);
        }

        // Unix seconds of this century.
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 946_684_800 and < 4_102_444_800
            ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime)
            : null;
    }

    private static InvalidDataException Wrong(int line, BillField field, string text, string expected) =>
        new($"line {line}: the {BillColumns.NameOf(field)} is \"{(text.Length > 40 ? text[..40] + "…" : text)}\"; it must be {expected}.");
}
