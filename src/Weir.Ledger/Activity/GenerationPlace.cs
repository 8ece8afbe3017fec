using System.Globalization;

namespace Weir.Ledger.Activity;

/// <summary>Where a generation stands in a list by time: its time in Unix microseconds, then its number.</summary>
public readonly record struct GenerationPlace(long Micros, long Number)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; false for anything else.</summary>
    public static bool TryParse(string text, out GenerationPlace place)
    {
        place = default;
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 1
            || !long.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var micros)
            || !long.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        place = new GenerationPlace(micros, number);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Micros}-{Number}");
}
