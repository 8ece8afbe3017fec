namespace Weir.Simulator.Answers;

/// <summary>Goes on with an answer whose beginning the request gives.</summary>
internal static class PrefilledText
{
    // Characters; a shorter beginning is common to many answers.
    private const int LeastShared = 24;

    /// <summary>What is left to say of a text behind its beginning; all of it when it begins otherwise.</summary>
    public static string RestOf(string text, string beginning)
    {
        if (text.StartsWith(beginning, StringComparison.Ordinal))
        {
            return text[beginning.Length..];
        }

        // What begins as the answer would have begun is gone on with, even where it then took another turn.
        return text.AsSpan().CommonPrefixLength(beginning) >= LeastShared ? RestBehind(text, beginning.Length) : text;
    }

    private static string RestBehind(string text, int length)
    {
        var space = length < text.Length ? text.IndexOf(' ', length) : -1;
        return space < 0 ? "." : text[space..];
    }
}
