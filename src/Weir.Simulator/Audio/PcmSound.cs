using System.Buffers.Binary;
using Weir.Simulator.Text;

namespace Weir.Simulator.Audio;

/// <summary>Makes a hum of the length in which a voice would say a text: one soft tone a word, a short silence between two.</summary>
/// <remarks>24 kHz, 16 bit, one channel, little-endian: what OpenAI calls <c>pcm16</c>.</remarks>
internal static class PcmSound
{
    public const int SamplesPerSecond = 24_000;
    public const int BytesPerSample = 2;

    private const double CharactersPerSecond = 15;
    private const double LeastSeconds = 0.1;
    private const double Loudness = 0.15;

    /// <summary>How long a text takes to say.</summary>
    public static TimeSpan LengthOf(string text, double speed) => TimeSpan.FromSeconds(Math.Max(LeastSeconds, text.Length / CharactersPerSecond / speed));

    /// <summary>Samples of a text; as many bytes as its length has room for.</summary>
    public static byte[] Of(string text, string voice, double speed)
    {
        var samples = (int)(LengthOf(text, speed).TotalSeconds * SamplesPerSecond);
        var sound = new byte[samples * BytesPerSample];
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return sound;
        }

        var samplesPerWord = Math.Max(1, samples / words.Length);
        for (var word = 0; word < words.Length && (word + 1) * samplesPerWord <= samples; word++)
        {
            WriteTone(sound, word * samplesPerWord, samplesPerWord * 4 / 5, FrequencyOf(words[word], voice));
        }

        return sound;
    }

    private static double FrequencyOf(string word, string voice) =>
        120 + (StableHash.Of(voice) % 80) + (StableHash.Of(word) % 120);

    private static void WriteTone(byte[] sound, int start, int count, double frequency)
    {
        for (var i = 0; i < count; i++)
        {
            // Swells and fades: a tone that begins at full loudness clicks.
            var envelope = Math.Sin(Math.PI * i / count);
            var value = Loudness * envelope * Math.Sin(2 * Math.PI * frequency * i / SamplesPerSecond);
            BinaryPrimitives.WriteInt16LittleEndian(sound.AsSpan((start + i) * BytesPerSample), (short)(value * short.MaxValue));
        }
    }
}
