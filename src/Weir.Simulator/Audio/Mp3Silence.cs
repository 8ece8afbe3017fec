namespace Weir.Simulator.Audio;

/// <summary>Makes MP3 files that play silence of a given length: encoding sound would need an encoder, and players need only valid frames.</summary>
/// <remarks>MPEG-2 layer III, 24 kHz, one channel, 32 kbit/s: 576 samples in 96 bytes. All zeros after the header say that a frame has no sound.</remarks>
internal static class Mp3Silence
{
    private const int FrameLength = 96;
    private const int SamplesPerFrame = 576;

    private static ReadOnlySpan<byte> FrameHeader => [0xFF, 0xF3, 0x44, 0xC4];

    public static byte[] Of(TimeSpan length)
    {
        var frames = (int)Math.Ceiling(length.TotalSeconds * PcmSound.SamplesPerSecond / SamplesPerFrame);
        var file = new byte[frames * FrameLength];
        for (var frame = 0; frame < frames; frame++)
        {
            FrameHeader.CopyTo(file.AsSpan(frame * FrameLength));
        }

        return file;
    }

    /// <summary>Null unless it is a file of this kind of frames.</summary>
    public static TimeSpan? LengthOf(ReadOnlySpan<byte> file) =>
        file.StartsWith(FrameHeader) ? TimeSpan.FromSeconds(file.Length / FrameLength * SamplesPerFrame / (double)PcmSound.SamplesPerSecond) : null;
}
