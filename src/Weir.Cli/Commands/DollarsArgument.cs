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

        if (result.Tokens is not [var token] || !decimal.TryParse(token.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars) || dollars is <= 0 or > 9_000_000_000m)
        {
            result.AddError("USD must be a number of US dollars above 0, for example 25.50.");
        }
    }
}
