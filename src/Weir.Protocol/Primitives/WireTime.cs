using System.Globalization;

namespace Weir.Protocol.Primitives;

/// <summary>Times as management objects carry them: ISO 8601, UTC, milliseconds.</summary>
public static class WireTime
{
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
