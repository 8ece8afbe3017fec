using System.Text;

namespace Weir.TraceBench;

/// <summary>Sentences by chance, of words that are as unevenly common as those of a language.</summary>
/// <remarks>Made once and drawn from: what is measured is the store. No two spans get the same text, so nothing compresses better than a real one would.</remarks>
internal sealed class TextMaker
{
    /// <summary>Stands in one sentence of 20,000.</summary>
    public const string RareWord = "quixotry";

    private const int Words = 30_000;
    private const int Sentences = 20_000;

    private static readonly string[] Syllables =
        ["ba", "con", "der", "el", "fin", "gra", "hal", "in", "jo", "ket", "lor", "men", "nus", "or", "per", "qua", "ris", "ster", "tan", "u", "ver", "win", "xo", "yel", "zen"];

    private readonly Random _random;
    private readonly string[] _sentences;

    public TextMaker(Random random)
    {
        _random = random;
        var words = Enumerable.Range(0, Words).Select(_ => Word()).ToArray();
        CommonWord = words[20];
        _sentences = [.. Enumerable.Range(0, Sentences).Select(_ => Sentence(words))];
        _sentences[Sentences / 2] = $"The {RareWord} of it was noted once.";
    }

    /// <summary>A word that stands in most long texts.</summary>
    public string CommonWord { get; }

    /// <summary>A text of some so many characters; no character in it needs an escape in JSON.</summary>
    public string Text(int characters)
    {
        var text = new StringBuilder(characters + 128);
        while (text.Length < characters)
        {
            _ = text.Append(_sentences[_random.Next(Sentences)]).Append(' ');
        }

        return text.ToString(0, Math.Max(1, characters));
    }

    private string Word()
    {
        var word = new StringBuilder();
        for (var left = 1 + _random.Next(4); left > 0; left--)
        {
            _ = word.Append(Syllables[_random.Next(Syllables.Length)]);
        }

        return word.ToString();
    }

    // The share of a word falls with its rank, as Zipf found.
    private string Sentence(string[] words) =>
        string.Join(' ', Enumerable.Range(0, 6 + _random.Next(14)).Select(_ => words[(int)Math.Pow(Words, _random.NextDouble()) - 1])) + ".";
}
