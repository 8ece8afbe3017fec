namespace Weir.Simulator.Text;

/// <summary>A number for a text (FNV-1a) that is the same in every process, which string hash codes are not.</summary>
internal static class StableHash
{
    private const ulong Offset = 0xCBF29CE484222325;
    private const ulong Prime = 0x00000100000001B3;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Offset;
        foreach (var letter in text)
        {
            hash = unchecked((hash ^ letter) * Prime);
        }

        return hash;
    }

    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = Offset;
        foreach (var part in bytes)
        {
            hash = unchecked((hash ^ part) * Prime);
        }

        return hash;
    }
}
