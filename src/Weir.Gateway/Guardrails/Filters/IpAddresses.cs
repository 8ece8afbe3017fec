using System.Buffers;
using System.Net;
using System.Net.Sockets;

namespace Weir.Gateway.Guardrails.Filters;

/// <summary>Finds addresses of the Internet protocol, of both versions.</summary>
/// <remarks>
/// A run of the characters that addresses have is read as one, without the full stop or colon of the sentence around it. What names and
/// times look like, <c>std::vector</c>, <c>a::b</c> or <c>12:30:45</c>, is none.
/// </remarks>
internal static class IpAddresses
{
    private const int Longest = 45;

    private static readonly SearchValues<char> Signs = SearchValues.Create("0123456789abcdefABCDEF:.");

    public static void Find(string text, ScanBudget budget, List<TextMatch> found)
    {
        var at = 0;
        while (at < text.Length)
        {
            var next = text.AsSpan(at).IndexOfAny(Signs);
            if (next < 0)
            {
                break;
            }

            var start = at + next;
            var length = text.AsSpan(start).IndexOfAnyExcept(Signs);
            var end = length < 0 ? text.Length : start + length;
            if (AddressIn(text, start, end) is { } match)
            {
                found.Add(match);
            }

            at = end;
        }

        budget.Check();
    }

    private static TextMatch? AddressIn(string text, int start, int end)
    {
        (start, end) = Trimmed(text, start, end);
        var isPartOfWord = (start > 0 && IsWord(text[start - 1])) || (end < text.Length && IsWord(text[end]));
        if (isPartOfWord)
        {
            return null;
        }

        // 10.0.0.1:80, "the server is fe80::1: it …", and face:10.0.0.1, where the name before the colon could be digits too
        var run = text.AsSpan(start, end - start);
        var colon = run.LastIndexOf(':');
        return IsAddress(run) ? new TextMatch(start, run.Length)
            : colon > 0 && IsAddress(run[..colon]) ? new TextMatch(start, colon)
            : colon > 0 && IsAddress(run[(colon + 1)..]) ? new TextMatch(start + colon + 1, run.Length - colon - 1)
            : null;
    }

    // Without the end of a sentence, and the name before an address: "from:10.0.0.1."
    private static (int Start, int End) Trimmed(string text, int start, int end)
    {
        while (end > start && text[end - 1] == '.')
        {
            end--;
        }

        while (end > start && (text[start] == '.' || (text[start] == ':' && !text.AsSpan(start, end - start).StartsWith("::"))))
        {
            start++;
        }

        return (start, end);
    }

    private static bool IsAddress(ReadOnlySpan<char> run)
    {
        if (run.Length is < 3 or > Longest || !run.ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        return run.Contains(':')
            ? IPAddress.TryParse(run, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
            : IsFourOctets(run);
    }

    // Not as the platform reads them: it takes 1, 1.2 and octets in octal too.
    private static bool IsFourOctets(ReadOnlySpan<char> run)
    {
        var octets = 0;
        foreach (var part in run.Split('.'))
        {
            var octet = run[part];
            octets++;
            if (octet.Length is < 1 or > 3 || octet.ContainsAnyExceptInRange('0', '9') || int.Parse(octet, System.Globalization.CultureInfo.InvariantCulture) > byte.MaxValue)
            {
                return false;
            }
        }

        return octets == 4;
    }

    private static bool IsWord(char sign) => char.IsLetterOrDigit(sign) || sign == '_';
}
