using System.Text;
using Weir.Gateway.Pipeline;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Reads CSV as RFC 4180 has it: fields in quotes may hold commas, quotes and line breaks.</summary>
/// <remarks>Lines end in CR LF, LF or CR; empty lines are passed over; a byte-order mark is not part of the first name.</remarks>
internal static class CsvRows
{
    private const char Quote = '"';
    private const int MostFields = 4096;

    /// <summary>Every line's fields.</summary>
    /// <exception cref="GatewayException">422: a quote is not closed, or a line has too many fields.</exception>
    public static IEnumerable<List<string>> Read(string text)
    {
        for (var place = text.StartsWith('\uFEFF') ? 1 : 0; place < text.Length;)
        {
            var fields = new List<string>();
            do
            {
                fields.Add(Field(text, ref place));
                if (fields.Count > MostFields)
                {
                    throw PhoenixEdge.Unprocessable($"A line of the CSV file has more than {MostFields} fields.");
                }
            }
            while (Passed(text, ref place, ','));

            var isLine = fields.Count > 1 || fields[0].Length > 0;
            _ = Passed(text, ref place, '\r');
            _ = Passed(text, ref place, '\n');
            if (isLine)
            {
                yield return fields;
            }
        }
    }

    private static bool Passed(string text, ref int place, char expected)
    {
        if (place >= text.Length || text[place] != expected)
        {
            return false;
        }

        place++;
        return true;
    }

    private static string Field(string text, ref int place)
    {
        var start = place;
        if (place >= text.Length || text[place] != Quote)
        {
            var length = text.AsSpan(start).IndexOfAny(',', '\r', '\n');
            place = length < 0 ? text.Length : start + length;
            return text[start..place];
        }

        var field = new StringBuilder();
        for (place++; ; place++)
        {
            var end = text.IndexOf(Quote, place);
            if (end < 0)
            {
                throw PhoenixEdge.Unprocessable("A quote of the CSV file is not closed.");
            }

            _ = field.Append(text, place, end - place);
            place = end + 1;
            if (place >= text.Length || text[place] != Quote)
            {
                break;
            }

            _ = field.Append(Quote);
        }

        // What stands between the closing quote and the next comma belongs to the field, as everybody reads it.
        var rest = text.AsSpan(place).IndexOfAny(',', '\r', '\n');
        var until = rest < 0 ? text.Length : place + rest;
        _ = field.Append(text, place, until - place);
        place = until;
        return field.ToString();
    }
}
