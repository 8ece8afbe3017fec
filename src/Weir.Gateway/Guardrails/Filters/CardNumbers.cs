namespace Weir.Gateway.Guardrails.Filters;

/// <summary>Finds numbers of payment cards: of a length and beginning that a brand has, with the check digit of Luhn.</summary>
/// <remarks>
/// <c>4111 1111 1111 1111</c>. A card begins and ends where a group of digits does, so that a longer number in groups is looked into and a
/// longer one without is not. Each group is looked at with those behind it, up to nineteen digits: time in proportion to the text.
/// </remarks>
internal static class CardNumbers
{
    private const int Shortest = 13;
    private const int Longest = 19;

    public static void Find(string text, ScanBudget budget, List<TextMatch> found)
    {
        var at = 0;
        while (at < text.Length)
        {
            var next = text.AsSpan(at).IndexOfAnyInRange('0', '9');
            if (next < 0)
            {
                break;
            }

            var start = at + next;
            var end = CardAt(text, start);
            if (end > start)
            {
                found.Add(new TextMatch(start, end - start));
            }

            at = end > start ? end : GroupEnd(text, start);
        }

        budget.Check();
    }

    // Where the longest card that begins here ends; -1: none does.
    private static int CardAt(string text, int start)
    {
        // The first digit says whether any brand begins so, and leaves out most numbers.
        if (text[start] is < '2' or > '6')
        {
            return -1;
        }

        Span<byte> digits = stackalloc byte[Longest];
        var (count, best) = (0, -1);
        for (var at = start; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                if (count == Longest)
                {
                    return best;
                }

                digits[count++] = (byte)(text[at] - '0');
                var isEnd = at + 1 == text.Length || !char.IsAsciiDigit(text[at + 1]);
                best = isEnd && count >= Shortest && IsCard(digits[..count]) ? at + 1 : best;
            }
            else if (!IsSeparator(text[at]) || at + 1 == text.Length || !char.IsAsciiDigit(text[at + 1]))
            {
                return best;
            }
        }

        return best;
    }

    private static int GroupEnd(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? text.Length : start + length;
    }

    private static bool IsSeparator(char sign) => sign is ' ' or '-' or '.' or '\u00a0' or '\u2010' or '\u2011' or '\u2013';

    private static bool IsCard(ReadOnlySpan<byte> digits) => HasBrand(digits) && PassesLuhn(digits);

    // Visa, Mastercard, American Express, Diners Club, Discover, JCB, UnionPay, Maestro.
    private static bool HasBrand(ReadOnlySpan<byte> digits)
    {
        var first = (digits[0] * 10) + digits[1];
        return digits.Length switch
        {
            13 => digits[0] == 4,
            14 => first is 30 or 36 or 38 or 39,
            15 => first is 34 or 37,
            16 => digits[0] == 4 || first is >= 51 and <= 55 or >= 22 and <= 27 or 35 or 60 or 62 or 64 or 65,
            _ => digits[0] == 4 ? digits.Length == Longest : first is 35 or 50 or >= 56 and <= 69,
        };
    }

    private static bool PassesLuhn(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var index = 0; index < digits.Length; index++)
        {
            var isDoubled = (digits.Length - index) % 2 == 0;
            var value = isDoubled ? digits[index] * 2 : digits[index];
            sum += value > 9 ? value - 9 : value;
        }

        return sum % 10 == 0;
    }
}
