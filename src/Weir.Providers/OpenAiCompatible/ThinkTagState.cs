namespace Weir.Providers.OpenAiCompatible;

/// <summary>Splits the text of one choice into what stands between think tags at its beginning and what follows, however the stream cuts it.</summary>
/// <remarks><code>&lt;think&gt;Let me see.&lt;/think&gt;\n\nIt is 4.</code></remarks>
internal sealed class ThinkTagState
{
    private const string Open = "<think>";
    private const string Close = "</think>";

    private Place _place;

    // Bounded by the length of a tag, and of the white space before it.
    private string _held = "";

    private enum Place
    {
        Start,
        Inside,
        Behind,
        Text,
    }

    /// <param name="piece">The next of the text; empty at an end without any.</param>
    /// <param name="isLast">Nothing follows: what was held back is text after all.</param>
    public (string Thought, string Said) Split(string piece, bool isLast)
    {
        var rest = _held + piece;
        _held = "";
        var thought = "";
        if (_place == Place.Start)
        {
            rest = TakeStart(rest, isLast);
        }

        if (_place == Place.Inside)
        {
            (thought, rest) = TakeInside(rest, isLast);
        }

        if (_place == Place.Behind)
        {
            rest = rest.TrimStart();
            _place = rest.Length > 0 ? Place.Text : Place.Behind;
        }

        return (thought, rest);
    }

    private string TakeStart(string rest, bool isLast)
    {
        var text = rest.TrimStart();
        if (text.StartsWith(Open, StringComparison.Ordinal))
        {
            _place = Place.Inside;
            return text[Open.Length..].TrimStart('\n');
        }

        if (!isLast && Open.StartsWith(text, StringComparison.Ordinal))
        {
            _held = text;
            return "";
        }

        _place = Place.Text;
        return rest;
    }

    private (string Thought, string Said) TakeInside(string rest, bool isLast)
    {
        var end = rest.IndexOf(Close, StringComparison.Ordinal);
        if (end >= 0)
        {
            _place = Place.Behind;
            return (rest[..end].TrimEnd('\n'), rest[(end + Close.Length)..]);
        }

        var held = isLast ? 0 : TailThatBegins(rest);
        _held = rest[(rest.Length - held)..];
        return (rest[..^held], "");
    }

    // Line ends before the tag belong to it.
    private static int TailThatBegins(string text)
    {
        var tag = 0;
        for (var length = Math.Min(text.Length, Close.Length - 1); length > 0 && tag == 0; length--)
        {
            tag = Close.StartsWith(text[^length..], StringComparison.Ordinal) ? length : 0;
        }

        var body = text[..^tag];
        return tag + body.Length - body.TrimEnd('\n').Length;
    }
}
