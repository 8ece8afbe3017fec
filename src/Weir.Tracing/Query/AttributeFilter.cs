using System.Globalization;
using System.Text.Json;

namespace Weir.Tracing.Query;

/// <summary>One condition on an attribute: the value at a key equals a string, a number or a truth value.</summary>
/// <remarks>
/// Keys are those of the flat object, and dots also step into values that are objects or JSON text of one:
/// <c>metadata.tier</c> finds both <c>{"metadata.tier":"a"}</c> and <c>{"metadata":"{\"tier\":\"a\"}"}</c>.
/// </remarks>
public sealed class AttributeFilter
{
    // Deeper than this no sender nests, and each step may parse JSON text.
    private const int DeepestStep = 8;

    private readonly string _key;
    private readonly JsonValueKind _kind;
    private readonly string _text;
    private readonly double _number;

    private AttributeFilter(string key, JsonElement value)
    {
        _key = key;
        _kind = value.ValueKind;
        _text = _kind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        _number = _kind == JsonValueKind.Number ? value.GetDouble() : 0;
    }

    private AttributeFilter(string key, string text)
    {
        _key = key;
        _kind = JsonValueKind.String;
        _text = text;
    }

    /// <summary>Reads <c>user.id:u-1</c>, <c>n:12</c>, <c>ok:true</c>, <c>user.id:"12"</c>; null, with what is wrong, for anything else.</summary>
    /// <remarks>The first colon separates; a value that is not JSON is a string. Source: the <c>attribute</c> parameter of Phoenix's getSpans.</remarks>
    public static AttributeFilter? TryParse(string text, out string problem)
    {
        var colon = text.IndexOf(':');
        problem = colon switch
        {
            < 0 => $"attribute '{text}' has no ':'; write key:value",
            0 => $"attribute '{text}' has no key before ':'; write key:value",
            _ when colon == text.Length - 1 => $"attribute '{text}' has no value after ':'; write key:value",
            _ => "",
        };
        return problem.Length == 0 ? FromValue(text[..colon], text[(colon + 1)..], ref problem) : null;
    }

    /// <summary>Whether a span with these attributes, one flat JSON object, meets the condition.</summary>
    public bool Matches(JsonElement attributes) => Matches(attributes, _key, DeepestStep);

    private static AttributeFilter? FromValue(string key, string value, ref string problem)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(value);
        }
        catch (JsonException)
        {
            return new AttributeFilter(key, value);
        }

        using (document)
        {
            if (document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null)
            {
                problem = $"attribute '{key}' cannot be compared with a list, an object or null; quote the value to compare it as a string";
                return null;
            }

            return new AttributeFilter(key, document.RootElement);
        }
    }

    private bool Matches(JsonElement scope, string path, int steps)
    {
        if (scope.TryGetProperty(path, out var value) && IsEqual(value))
        {
            return true;
        }

        for (var dot = path.LastIndexOf('.'); dot > 0 && steps > 0; dot = path.LastIndexOf('.', dot - 1))
        {
            if (scope.TryGetProperty(path.AsSpan(0, dot), out var parent) && MatchesInside(parent, path[(dot + 1)..], steps - 1))
            {
                return true;
            }
        }

        return false;
    }

    private bool MatchesInside(JsonElement parent, string path, int steps)
    {
        if (parent.ValueKind == JsonValueKind.Object)
        {
            return Matches(parent, path, steps);
        }

        if (parent.ValueKind != JsonValueKind.String || parent.GetString() is not { } text || !text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return Matches(document.RootElement, path, steps);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private bool IsEqual(JsonElement value) => _kind switch
    {
        JsonValueKind.String => value.ValueKind == JsonValueKind.String && value.ValueEquals(_text),
        JsonValueKind.Number => value.ValueKind == JsonValueKind.Number && IsSameNumber(value),
        _ => value.ValueKind == _kind,
    };

    // As decimals first: two large whole numbers that differ may be the same double.
    private bool IsSameNumber(JsonElement value) =>
        value.TryGetDecimal(out var exact) && decimal.TryParse(_text, NumberStyles.Float, CultureInfo.InvariantCulture, out var wanted)
            ? exact == wanted
            : value.TryGetDouble(out var number) && number.Equals(_number);
}
