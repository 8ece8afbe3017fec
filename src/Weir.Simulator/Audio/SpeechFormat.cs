namespace Weir.Simulator.Audio;

/// <summary>A sound format of the simulator: its name in the APIs, its media type, and how a text sounds in it.</summary>
internal sealed record SpeechFormat(string Name, string ContentType, Func<string, string, double, byte[]> Make)
{
    private static readonly SpeechFormat[] All =
    [
        new("mp3", "audio/mpeg", (text, _, speed) => Mp3Silence.Of(PcmSound.LengthOf(text, speed))),
        new("wav", "audio/wav", (text, voice, speed) => WavFormat.Wrap(PcmSound.Of(text, voice, speed))),
        new("pcm", "audio/pcm", PcmSound.Of),
        new("pcm16", "audio/pcm", PcmSound.Of),
    ];

    /// <summary>Null for a format that would need an encoder.</summary>
    public static SpeechFormat? Find(string name) => Array.Find(All, format => format.Name == name);
}
