using System.Buffers.Binary;

namespace Weir.Simulator.Audio;

/// <summary>Puts samples in a WAV file, and finds how long one plays.</summary>
internal static class WavFormat
{
    private const int HeaderLength = 44;

    public static byte[] Wrap(ReadOnlySpan<byte> samples)
    {
        var file = new byte[HeaderLength + samples.Length];
        var header = file.AsSpan(0, HeaderLength);
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], HeaderLength - 8 + samples.Length);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], PcmSound.SamplesPerSecond);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], PcmSound.SamplesPerSecond * PcmSound.BytesPerSample);
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], PcmSound.BytesPerSample);
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 8 * PcmSound.BytesPerSample);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], samples.Length);
        samples.CopyTo(file.AsSpan(HeaderLength));
        return file;
    }

    /// <summary>Null when it is not a WAV file. A size beyond the file, as recorders that stream leave it, means the rest of the file.</summary>
    public static TimeSpan? LengthOf(ReadOnlySpan<byte> file)
    {
        if (file.Length < 12 || !file.StartsWith("RIFF"u8) || !file[8..12].SequenceEqual("WAVE"u8))
        {
            return null;
        }

        var bytesPerSecond = 0U;
        for (var rest = file[12..]; rest.Length >= 8;)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            var content = rest[8..][..(int)Math.Min(size, (uint)rest.Length - 8)];
            if (rest.StartsWith("fmt "u8) && content.Length >= 16)
            {
                bytesPerSecond = BinaryPrimitives.ReadUInt32LittleEndian(content[8..]);
            }
            else if (rest.StartsWith("data"u8) && bytesPerSecond > 0)
            {
                return TimeSpan.FromSeconds(content.Length / (double)bytesPerSecond);
            }

            // Chunks of odd length are padded to even.
            rest = rest[(int)Math.Min(8 + content.Length + (content.Length & 1), rest.Length)..];
        }

        return null;
    }
}
