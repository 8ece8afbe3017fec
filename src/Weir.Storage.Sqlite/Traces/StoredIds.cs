using System.Text.Json;
using Weir.Tracing.Model;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>How ids are kept in columns.</summary>
internal static class StoredIds
{
    /// <summary>16 bytes in the order of the text form, so that the column reads like it.</summary>
    public static byte[] ToBlob(Guid id) => id.ToByteArray(bigEndian: true);

    public static byte[] ToBlob(TraceId id)
    {
        var bytes = new byte[16];
        id.CopyTo(bytes);
        return bytes;
    }

    public static long ToNumber(SpanId id) => unchecked((long)id.Value);

    public static SpanId ToSpanId(long number) => new(unchecked((ulong)number));

    /// <summary>A list as one JSON parameter: a statement for every length would never be used again.</summary>
    public static string ToJson(IEnumerable<string> values) => "[" + string.Join(',', values.Select(value => "\"" + JsonEncodedText.Encode(value) + "\"")) + "]";

    public static string ToJson(IEnumerable<long> values) => "[" + string.Join(',', values) + "]";
}
