using System.Collections.Immutable;
using Weir.Simulator.Text;

namespace Weir.Simulator.Audio;

/// <summary>What a recording is said to say: the same for the same bytes, as many words as its length has room for.</summary>
internal sealed record Transcript
{
    private const double SecondsPerWord = 0.4;

    // An hour and more is cut: a test needs no book.
    private const int MostWords = 2000;
    private const int WordsPerSentence = 8;

    // Bytes a second of a compressed recording at 64 kbit/s, where the file does not say how long it plays.
    private const double UsualBytesPerSecond = 8000;

    private static readonly string[] Vocabulary =
        "the river bends around old stone bridges while boats carry grain letters and light past quiet gardens toward a harbour where morning begins".Split(' ');

    public required TimeSpan Length { get; init; }

    public required ImmutableArray<TimedText> Words { get; init; }

    public required ImmutableArray<TimedText> Sentences { get; init; }

    public string Text => string.Join(' ', Sentences.Select(sentence => sentence.Text));

    public static Transcript Of(ReadOnlySpan<byte> recording)
    {
        var length = WavFormat.LengthOf(recording) ?? Mp3Silence.LengthOf(recording) ?? TimeSpan.FromSeconds(recording.Length / UsualBytesPerSecond);
        var random = new SeededRandom(StableHash.Of(recording));
        var count = (int)Math.Clamp(length.TotalSeconds / SecondsPerWord, 1, MostWords);
        var each = length / count;
        var words = Enumerable.Range(0, count).Select(i => new TimedText(WordAt(i, count, random), i * each, (i + 1) * each)).ToImmutableArray();
        return new Transcript
        {
            Length = length,
            Words = words,
            Sentences = [.. words.Chunk(WordsPerSentence).Select(part => new TimedText(string.Join(' ', part.Select(word => word.Text)), part[0].Start, part[^1].End))],
        };
    }

    private static string WordAt(int index, int count, SeededRandom random)
    {
        var word = random.Pick(Vocabulary);
        var isFirst = index % WordsPerSentence == 0;
        var isLast = index % WordsPerSentence == WordsPerSentence - 1 || index == count - 1;
        return (isFirst ? char.ToUpperInvariant(word[0]) + word[1..] : word) + (isLast ? "." : "");
    }
}
