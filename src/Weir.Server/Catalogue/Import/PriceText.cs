using System.Globalization;
using System.Text.Json;

namespace Weir.Server.Catalogue.Import;

/// <summary>Reads prices of foreign documents as decimals, digit by digit: <c>"0.0000025"</c>, <c>"1e-7"</c>, <c>2.5E-6</c>.</summary>
internal static class PriceText
{
    private const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign;

    /// <summary>Null: it is no price, and the problem says why.</summary>
    public static decimal? Read(JsonElement value, decimal most, out string problem)
    {
        // The text of a number as it was written; a double in between would change its digits.
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number) || !decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var price))
        {
            problem = $"is {Short(text)}, which is not a decimal number";
            return null;
        }

        problem = price switch
        {
            < 0 => $"is {text}: no fixed price",
            0 when HasDigits(text) => $"is {text}, which is too small to be charged",
            _ when price > most => $"is {text} US dollars a unit, which cannot be meant; prices a million tokens are not read",
            _ => "",
        };
        return problem.Length == 0 ? price : null;
    }

    // 1e-40 is not free.
    private static bool HasDigits(string text) => text.TakeWhile(character => character is not ('e' or 'E')).Any(character => character is >= '1' and <= '9');

    private static string Short(string text) => text.Length <= 40 ? $"\"{text}\"" : $"\"{text[..40]}…\"";
}
