using System.Globalization;
using System.Text.Json;

namespace Weir.Tracing.Query;

/// <summary>Finds values of attributes by their names.</summary>
/// <remarks>
/// Names are those of the flat object, and dots also step into values that are objects or lists, or JSON text of one:
/// <c>metadata.tier</c> finds both <c>{"metadata.tier":"a"}</c> and <c>{"metadata":"{\"tier\":\"a\"}"}</c>.
/// </remarks>
internal static class AttributePath
{
    // Deeper than this no sender nests, and each step may parse JSON text.
    private const int DeepestStep = 8;

    /// <summary>The first value that a path leads to; false when it leads nowhere.</summary>
    public static bool TryFind(JsonElement attributes, string path, out JsonElement value)
    {
        foreach (var found in Find(attributes, path))
        {
            value = found;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Every value that a path leads to, that with the longest name first.</summary>
    public static IEnumerable<JsonElement> Find(JsonElement attributes, string path) => Find(attributes, path, DeepestStep);

    /// <summary>The text of a string; null for anything else, half characters included.</summary>
    public static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // JSON inside a text may spell half a surrogate pair.
            return null;
        }
    }

    private static IEnumerable<JsonElement> Find(JsonElement scope, string path, int steps)
    {
        if (TryStep(scope, path, out var value))
        {
            yield return value;
        }

        for (var dot = path.LastIndexOf('.'); dot > 0 && steps > 0; dot = path.LastIndexOf('.', dot - 1))
        {
            if (TryStep(scope, path.AsSpan(0, dot), out var parent) && Opened(parent) is { } inner)
            {
                foreach (var found in Find(inner, path[(dot + 1)..], steps - 1))
                {
                    yield return found;
                }
            }
        }
    }

    private static bool TryStep(JsonElement scope, ReadOnlySpan<char> name, out JsonElement value)
    {
        value = default;
        if (scope.ValueKind == JsonValueKind.Object)
        {
            return scope.TryGetProperty(name, out value);
        }

        if (scope.ValueKind != JsonValueKind.Array || !int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place >= scope.GetArrayLength())
        {
            return false;
        }

        value = scope[place];
        return true;
    }

    private static JsonElement? Opened(JsonElement parent)
    {
        if (parent.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            return parent;
        }

        if (TextOf(parent) is not { } text || text.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return null;
        }

        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
