using System.Globalization;

namespace Weir.Protocol.Primitives;

/// <summary>Names one inference request: the response's <c>id</c>, its <c>X-Generation-Id</c> and its record.</summary>
/// <param name="Value">The whole id, prefix included; taken as it is, without a check.</param>
/// <remarks>Shape: <c>gen-&lt;unix seconds&gt;-&lt;20 letters and digits&gt;</c>; only the prefix is promised.</remarks>
public readonly record struct GenerationId(string Value)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int RandomLength = 20;
    private const string Prefix = "gen-";

    // Room for the seconds until the year 5138.
    private const int LongestId = 4 + 11 + 1 + RandomLength;

    /// <summary>Makes a new id; unguessable, so that knowing one says nothing about another.</summary>
    public static GenerationId New(DateTimeOffset now)
    {
        Span<char> id = stackalloc char[LongestId];
        Prefix.CopyTo(id);
        _ = now.ToUnixTimeSeconds().TryFormat(id[Prefix.Length..], out var digits, provider: CultureInfo.InvariantCulture);
        var length = Prefix.Length + digits;
        id[length++] = '-';
        FillRandom(id.Slice(length, RandomLength));
        return new GenerationId(new string(id[..(length + RandomLength)]));
    }

    // A byte gives six bits; what is beyond the alphabet is passed over, so that each of its signs is as likely as any other.
    private static void FillRandom(Span<char> signs)
    {
        Span<byte> bytes = stackalloc byte[RandomLength];
        for (var filled = 0; filled < signs.Length;)
        {
            RandomBytes.Fill(bytes);
            foreach (var one in bytes)
            {
                if ((one & 63) < Alphabet.Length && filled < signs.Length)
                {
                    signs[filled++] = Alphabet[one & 63];
                }
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
