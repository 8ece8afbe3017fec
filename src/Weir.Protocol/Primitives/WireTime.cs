using System.Globalization;

namespace Weir.Protocol.Primitives;

/// <summary>Times as management objects carry them: ISO 8601, UTC, milliseconds.</summary>
public static class WireTime
{
    /// <summary>The text of a time, such as <c>2026-03-01T12:00:00.000Z</c>; what is finer than a millisecond is dropped.</summary>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
