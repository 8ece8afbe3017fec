namespace Weir.Providers.Bedrock;

/// <summary>The checksum of event-stream messages: CRC-32 as zip and Ethernet compute it.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] Table = MakeTable();

    /// <summary>The checksum of all bytes that <paramref name="soFar"/> was computed of, and these.</summary>
    public static uint Append(uint soFar, ReadOnlySpan<byte> bytes)
    {
        var crc = ~soFar;
        foreach (var next in bytes)
        {
            crc = Table[(byte)(crc ^ next)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint index = 0; index < table.Length; index++)
        {
            var entry = index;
            for (var bit = 0; bit < 8; bit++)
            {
                entry = (entry & 1) == 0 ? entry >> 1 : Polynomial ^ (entry >> 1);
            }

            table[index] = entry;
        }

        return table;
    }
}
