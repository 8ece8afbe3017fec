using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Weir.Simulator.Text;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Schema;

/// <summary>Makes strings: by format, by pattern, or from the words of the prompt.</summary>
internal sealed class SchemaStrings(PromptWords prompt, SeededRandom random)
{
    private const int LongestString = 20_000;
    private const int MostCharacters = 1_000_000;

    private static readonly FrozenSet<string> NameLike =
        new[] { "location", "city", "place", "country", "name", "person", "title", "company", "destination", "origin" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> SentenceLike =
        new[] { "query", "question", "prompt", "text", "message", "input", "search", "description", "summary" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private int _characterCount;

    public string Make(MergedSchema schema, string propertyName)
    {
        var least = schema.Count("minLength") ?? 0;
        if (least > LongestString || (_characterCount += least) > MostCharacters)
        {
            throw JsonFields.Refuse(
                $"Invalid schema: it asks for a string of more than {LongestString} characters, or {MostCharacters} in all.", "schema", "invalid_json_schema");
        }

        var most = Math.Max(least, schema.Count("maxLength") ?? LongestString);
        if (schema.Text("pattern") is { } pattern && PatternSampler.Sample(pattern, least, most, random) is { } matching)
        {
            return matching;
        }

        return schema.Text("format") is { } format && OfFormat(format) is { } formatted ? formatted : Fit(Words(propertyName), least, most);
    }

    private string Words(string propertyName)
    {
        if (NameLike.Contains(propertyName) && !prompt.Names.IsEmpty)
        {
            return random.Pick(prompt.Names);
        }

        return SentenceLike.Contains(propertyName) && prompt.Quote.Length > 0 ? prompt.Quote : random.Pick(prompt.Topics);
    }

    // Lengths are counted in characters as JSON schema does: an emoji is one.
    private string Fit(string text, int least, int most)
    {
        var runes = text.EnumerateRunes().Take(most).ToList();
        var fitted = new StringBuilder(string.Concat(runes));
        for (var count = runes.Count; count < least; count++)
        {
            fitted.Append((char)('a' + random.Below(26)));
        }

        return fitted.ToString();
    }

    private string? OfFormat(string format)
    {
        var word = "w" + random.Hex(6);
        return format switch
        {
            "date-time" => $"{Date()}T{Time()}Z",
            "date" => Date(),
            "time" => $"{Time()}Z",
            "duration" => string.Create(CultureInfo.InvariantCulture, $"PT{1 + random.Below(48)}H"),
            "email" or "idn-email" => $"{word}@example.com",
            "hostname" or "idn-hostname" => $"{word}.example.com",
            "ipv4" => string.Create(CultureInfo.InvariantCulture, $"192.0.2.{1 + random.Below(254)}"),
            "ipv6" => $"2001:db8::{1 + random.Below(65_535):x}",
            "uri" or "url" or "iri" => $"https://example.com/{word}",
            "uri-reference" or "iri-reference" => $"/{word}",
            "uuid" => Uuid(),
            "json-pointer" => $"/{word}",
            "regex" => "^[a-z]+$",
            _ => null,
        };
    }

    private string Date() => string.Create(CultureInfo.InvariantCulture, $"2026-{1 + random.Below(12):00}-{1 + random.Below(28):00}");

    private string Time() => string.Create(CultureInfo.InvariantCulture, $"{random.Below(24):00}:{random.Below(60):00}:{random.Below(60):00}");

    private string Uuid()
    {
        var hex = random.Hex(32);
        return $"{hex[..8]}-{hex[8..12]}-4{hex[13..16]}-8{hex[17..20]}-{hex[20..]}";
    }
}
