using System.CommandLine.Parsing;
using System.Globalization;

namespace Weir.Cli.Commands;

/// <summary>What counts as an amount of US dollars on the command line.</summary>
internal static class DollarsArgument
{
    public static void Check(ArgumentResult result, bool isRequired)
    {
        if (!isRequired && result.Tokens.Count == 0)
        {
            return;
        }

        if (result.Tokens is not [var token] || !TryRead(token.Value, out var dollars) || dollars == 0)
        {
            result.AddError("USD must be a number of US dollars above 0, for example 25.50.");
        }
    }

    /// <summary>Whether a text is 0 or more US dollars.</summary>
    public static bool IsAmount(string text) => TryRead(text, out _);

    private static bool TryRead(string text, out decimal dollars) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out dollars) && dollars is >= 0 and <= 9_000_000_000m;
}
