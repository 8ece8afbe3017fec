using System.Text.Json;

namespace Weir.Tracing.Ingest;

/// <summary>Where the value of an attribute is written, and how deep inside another value that is.</summary>
internal readonly record struct ValueTarget(Utf8JsonWriter Writer, AttributeSet Set, int Depth)
{
    /// <summary>Steps into a list or map; false when that is too deep: the span is refused, and null stands in its place.</summary>
    public bool TryDescend(IngestLimits limits, out ValueTarget inner)
    {
        inner = this with { Depth = Depth + 1 };
        if (inner.Depth <= limits.ValueDepth)
        {
            return true;
        }

        Set.Refuse($"a value nests deeper than {limits.ValueDepth}");
        Writer.WriteNullValue();
        return false;
    }

    /// <summary>Writes a map that was collected beside, and takes over what was wrong with it.</summary>
    public void EndMap(AttributeSet map)
    {
        if (map.Problem is { } problem)
        {
            Set.Refuse(problem);
        }

        map.WriteTo(Writer);
    }
}
