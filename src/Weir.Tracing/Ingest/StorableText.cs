using System.Text;
using System.Text.Unicode;

namespace Weir.Tracing.Ingest;

/// <summary>Makes text from outside storable: valid UTF-8 without NUL, both replaced by U+FFFD.</summary>
/// <remarks>SQLite's text functions stop at NUL, PostgreSQL's jsonb refuses it, and JSON cannot carry invalid UTF-8.</remarks>
internal static class StorableText
{
    /// <summary>The text, as it is when it can be stored.</summary>
    public static ReadOnlySpan<byte> Mend(ReadOnlySpan<byte> text) => IsStorable(text) ? text : Encoding.UTF8.GetBytes(Replace(text));

    public static string ToString(ReadOnlySpan<byte> text) => IsStorable(text) ? Encoding.UTF8.GetString(text) : Replace(text);

    private static bool IsStorable(ReadOnlySpan<byte> text) => Utf8.IsValid(text) && !text.Contains((byte)0);

    private static string Replace(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text).Replace('\0', '\uFFFD');
}
