using System.Text.Json;
using Weir.Gateway.Pipeline;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Reads an object of a request body member by member; what is wrong is told with the place where it is.</summary>
/// <param name="json">The value.</param>
/// <param name="place">Where it stands, <c>data[3]</c> for example; empty for the whole body.</param>
internal sealed class PhoenixBody(JsonElement json, string place = "")
{
    public JsonElement Json => json;

    /// <exception cref="GatewayException">422: it is not an object.</exception>
    public static PhoenixBody Of(JsonElement json, string place = "") => json.ValueKind == JsonValueKind.Object
        ? new PhoenixBody(json, place)
        : throw PhoenixEdge.Unprocessable($"{(place.Length == 0 ? "The request body" : place)} must be a JSON object.");

    /// <summary>The items of a list that must be there.</summary>
    public IEnumerable<PhoenixBody> Items(string name) => List(name).Select((item, index) => Of(item, $"{PlaceOf(name)}[{index}]"));

    /// <summary>The texts of a list that must be there.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        [.. List(name).Select((item, index) => TextOf(item) ?? throw PhoenixEdge.Unprocessable($"{PlaceOf(name)}[{index}] must be a string."))];

    /// <summary>A text; null when it is not given, or null.</summary>
    public string? Text(string name) => Value(name) is not { } value
        ? null
        : TextOf(value) ?? throw PhoenixEdge.Unprocessable($"{PlaceOf(name)} must be a string.");

    public string RequiredText(string name) => Text(name) is { Length: > 0 } text ? text : throw PhoenixEdge.Unprocessable($"{PlaceOf(name)} is missing or empty.");

    /// <summary>One of a few words.</summary>
    public string OneOf(string name, params ReadOnlySpan<string> words)
    {
        var text = RequiredText(name);
        return words.Contains(text) ? text : throw PhoenixEdge.Unprocessable($"{PlaceOf(name)} is '{text}'; it must be one of {string.Join(", ", words.ToArray())}.");
    }

    public double? Number(string name) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when double.IsFinite(number.GetDouble()) => number.GetDouble(),
        _ => throw PhoenixEdge.Unprocessable($"{PlaceOf(name)} must be a number."),
    };

    /// <summary>A whole number from 0.</summary>
    public int RequiredIndex(string name) => Value(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var index) && index >= 0
        ? index
        : throw PhoenixEdge.Unprocessable($"{PlaceOf(name)} must be a whole number from 0.");

    /// <summary>An object; null when it is not given, or null.</summary>
    public PhoenixBody? Object(string name) => Value(name) is { } value ? Of(value, PlaceOf(name)) : null;

    /// <summary>The name of a member as messages show it.</summary>
    public string PlaceOf(string name) => place.Length == 0 ? $"'{name}'" : $"{place}.{name}";

    private JsonElement.ArrayEnumerator List(string name) => Value(name) is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray()
        : throw PhoenixEdge.Unprocessable($"{PlaceOf(name)} must be a list.");

    private JsonElement? Value(string name) => json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            throw PhoenixEdge.Unprocessable("The request body holds a text that is not valid Unicode.");
        }
    }
}
