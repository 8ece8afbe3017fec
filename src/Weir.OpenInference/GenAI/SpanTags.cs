using System.Diagnostics;
using System.Globalization;

namespace Weir.OpenInference;

/// <summary>The OpenInference attributes of a span, by name; of one that came twice the later value.</summary>
internal sealed class SpanTags
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public SpanTags(Activity activity)
    {
        foreach (var (key, value) in activity.EnumerateTagObjects())
        {
            _values[key] = value;
            CountElements(key);
        }
    }

    public string? Text(string key) => _values.GetValueOrDefault(key) as string;

    public object? Value(string key) => _values.GetValueOrDefault(key);

    /// <summary>How many elements a flattened list has: <c>prefix.0.…</c>, <c>prefix.1.…</c>.</summary>
    public int Count(string prefix) => _counts.GetValueOrDefault(prefix);

    /// <summary>The name of an element of a flattened list.</summary>
    public static string Element(string prefix, int place) => string.Create(CultureInfo.InvariantCulture, $"{prefix}.{place}");

    // Lists lie in elements of lists: each number between two dots is the place in one.
    private void CountElements(string key)
    {
        for (var dot = key.IndexOf('.', StringComparison.Ordinal); dot >= 0;)
        {
            var next = key.IndexOf('.', dot + 1);
            if (next > 0 && int.TryParse(key.AsSpan(dot + 1, next - dot - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var place))
            {
                var prefix = key[..dot];
                _counts[prefix] = Math.Max(Count(prefix), place + 1);
            }

            dot = next;
        }
    }
}
