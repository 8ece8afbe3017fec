using System.Globalization;
using System.Text;

namespace Weir.Server.Endpoints.Traces;

/// <summary>The opaque ids of Phoenix's API: <c>UHJvamVjdDox</c> is <c>Project:1</c> in base64.</summary>
internal static class GlobalId
{
    public const string Project = "Project";
    public const string Span = "Span";
    public const string Trace = "Trace";
    public const string Session = "ProjectSession";

    /// <summary>A place in a list of spans; not an id of anything.</summary>
    public const string SpanCursor = "SpanCursor";

    /// <summary>A place in a list of traces; not an id of anything.</summary>
    public const string TraceCursor = "TraceCursor";

    /// <summary>A place among the spans that numbers are added up from; not an id of anything.</summary>
    public const string MetricsCursor = "MetricsCursor";

    public static string Of(string type, long id) => Of(type, id.ToString(CultureInfo.InvariantCulture));

    public static string Of(string type, string id) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{type}:{id}"));

    /// <summary>What an id of this type says; null for anything that is not one.</summary>
    public static string? TryRead(string text, string type)
    {
        Span<byte> bytes = stackalloc byte[128];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            return null;
        }

        var plain = Encoding.UTF8.GetString(bytes[..length]);
        return plain.StartsWith(type, StringComparison.Ordinal) && plain.AsSpan(type.Length).StartsWith(":") ? plain[(type.Length + 1)..] : null;
    }

    /// <summary>The number of an id of this type; null for anything that is not one.</summary>
    public static long? TryReadNumber(string text, string type) =>
        TryRead(text, type) is { } id && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
