using System.Globalization;
using System.Text.Json;

namespace Weir.Tracing.Query;

/// <summary>One condition on an attribute: the value at a key equals a string, a number or a truth value.</summary>
/// <remarks>Keys are read as <see cref="AttributePath"/> says.</remarks>
public sealed class AttributeFilter
{
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
    public bool Matches(JsonElement attributes) => AttributePath.Find(attributes, _key).Any(IsEqual);

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
