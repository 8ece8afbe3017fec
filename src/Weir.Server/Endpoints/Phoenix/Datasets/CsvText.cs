using System.Text;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Writes fields of CSV.</summary>
internal static class CsvText
{
    /// <summary>Appends a field as it is: a number, a time, an id.</summary>
    public static void AppendPlain(StringBuilder line, string? value)
    {
        if (value is null)
        {
            return;
        }

        if (value.AsSpan().IndexOfAny("\",\r\n") < 0 && !(value.Length > 0 && (value[0] == ' ' || value[^1] == ' ')))
        {
            _ = line.Append(value);
            return;
        }

        _ = line.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    /// <summary>Appends a text that somebody wrote. What a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    public static void AppendText(StringBuilder line, string? value) =>
        AppendPlain(line, value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + value : value);
}
