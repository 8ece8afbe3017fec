using System.Collections.Immutable;

namespace Weir.Tracing.Search;

/// <summary>A word that is searched for.</summary>
/// <param name="Text">In lower case; letters and digits only, so that it needs no quotes anywhere.</param>
/// <param name="IsBeginning">Whether longer words that begin so are meant too.</param>
public readonly record struct SearchWord(string Text, bool IsBeginning)
{
    /// <summary>The words of a question, each once: <c>refund polic*</c>.</summary>
    public static ImmutableArray<SearchWord> Read(string text)
    {
        var words = ImmutableArray.CreateBuilder<SearchWord>();
        var reader = new WordReader(text);
        Span<char> room = stackalloc char[WordReader.LongestWord];
        while (reader.TryRead(room, out var length))
        {
            var word = new SearchWord(new string(room[..length]), reader.IsBeginning);
            if (!words.Contains(word))
            {
                words.Add(word);
            }
        }

        return words.ToImmutable();
    }

    public override string ToString() => IsBeginning ? Text + "*" : Text;
}
