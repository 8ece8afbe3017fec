using System.Buffers.Binary;

namespace Weir.Gateway.Operations.Transcription;

/// <summary>How long a piece of audio is, where its own header says so.</summary>
internal static class SoundLength
{
    private const int RiffHeader = 12;
    private const int ChunkHeader = 8;
    private const int ByteRateOffset = 8;

    /// <summary>Seconds of a WAV file; null for any other format, and for a header that makes no sense.</summary>
    public static decimal? Seconds(ReadOnlySpan<byte> sound)
    {
        if (sound.Length < RiffHeader || !sound.StartsWith("RIFF"u8) || !sound[8..].StartsWith("WAVE"u8))
        {
            return null;
        }

        var byteRate = 0u;
        for (var at = RiffHeader; at + ChunkHeader <= sound.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(sound[(at + 4)..]);
            var content = sound[(at + ChunkHeader)..];
            if (sound[at..].StartsWith("fmt "u8) && content.Length >= ByteRateOffset + sizeof(uint))
            {
                byteRate = BinaryPrimitives.ReadUInt32LittleEndian(content[ByteRateOffset..]);
            }
            else if (sound[at..].StartsWith("data"u8))
            {
                // A recorder that streams writes no true length; what is there counts.
                return byteRate == 0 ? null : decimal.Round((decimal)Math.Min(length, content.Length) / byteRate, 3);
            }

            // Chunks begin at even places.
            var next = at + ChunkHeader + length + (length & 1);
            if (next > sound.Length)
            {
                return null;
            }

            at = (int)next;
        }

        return null;
    }
}
