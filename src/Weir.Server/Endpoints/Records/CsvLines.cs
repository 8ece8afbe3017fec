using System.Globalization;
using System.Text;
using Weir.Ledger.Activity;
using Weir.Ledger.Records;
using Weir.Protocol.Primitives;

namespace Weir.Server.Endpoints.Records;

/// <summary>Writes generations as CSV (RFC 4180), safe to be opened by a spreadsheet.</summary>
/// <remarks>
/// Callers choose many of the texts, and a spreadsheet runs one that begins with <c>=</c>, <c>+</c>, <c>-</c> or <c>@</c>: it gets a quote in front. Who needs
/// every text as it is exports JSON.
/// </remarks>
internal static class CsvLines
{
    private const string EndOfLine = "\r\n";

    public static string Head { get; } = string.Join(',', ExportColumn.All.Select(column => column.Name)) + EndOfLine;

    public static void Write(StringBuilder text, GenerationPlace place, GenerationRow row)
    {
        var isFirst = true;
        foreach (var column in ExportColumn.All)
        {
            _ = isFirst ? text : text.Append(',');
            isFirst = false;
            WriteCell(text, column.Value(place, row));
        }

        _ = text.Append(EndOfLine);
    }

    private static void WriteCell(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string words:
                WriteText(text, words);
                break;
            case bool flag:
                _ = text.Append(flag ? "true" : "false");
                break;
            case Usd money:
                _ = text.Append(money.ToString());
                break;
            default:
                _ = text.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
        }
    }

    private static void WriteText(StringBuilder text, string words)
    {
        var isRun = words.Length > 0 && words[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';
        if (!isRun && words.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            _ = text.Append(words);
            return;
        }

        _ = text.Append('"').Append(isRun ? "'" : "").Append(words.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
