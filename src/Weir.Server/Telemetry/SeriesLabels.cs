using System.Globalization;
using System.Text;

namespace Weir.Server.Telemetry;

/// <summary>Up to three labels of a measurement, compared by value; made without allocating.</summary>
/// <remarks>The same instrument gives its labels in the same order every time.</remarks>
internal readonly record struct SeriesLabels
{
    private KeyValuePair<string, object?> First { get; init; }
    private KeyValuePair<string, object?> Second { get; init; }
    private KeyValuePair<string, object?> Third { get; init; }

    /// <exception cref="ArgumentException">There are more than three.</exception>
    public static SeriesLabels Of(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.Length > 3)
        {
            throw new ArgumentException("A measurement has more than three labels.", nameof(tags));
        }

        return new SeriesLabels
        {
            First = tags.Length > 0 ? tags[0] : default,
            Second = tags.Length > 1 ? tags[1] : default,
            Third = tags.Length > 2 ? tags[2] : default,
        };
    }

    public bool Equals(SeriesLabels other) =>
        Equals(First.Value, other.First.Value) && Equals(Second.Value, other.Second.Value) && Equals(Third.Value, other.Third.Value);

    public override int GetHashCode() => HashCode.Combine(First.Value, Second.Value, Third.Value);

    /// <summary><c>provider="acme",outcome="ok"</c>, as Prometheus writes it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in (ReadOnlySpan<KeyValuePair<string, object?>>)[First, Second, Third])
        {
            if (name is not null)
            {
                text.Append(text.Length > 0 ? "," : "").Append(name).Append("=\"").Append(Escaped(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")).Append('"');
            }
        }

        return text.ToString();
    }

    private static string Escaped(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
