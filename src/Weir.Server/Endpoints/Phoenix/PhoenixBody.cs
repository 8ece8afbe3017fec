using System.Globalization;
using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Tracing.Datasets;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Reads an object of a request body member by member; what is wrong is told with the place where it is.</summary>
/// <param name="json">The value.</param>
/// <param name="place">Where it stands, <c>data[3]</c> for example; empty for the whole body.</param>
internal sealed class PhoenixBody(JsonElement json, string place = "")
{
    private const int LongestName = 1000;

    // Nanoseconds in 64 bits begin in 1677 and end in 2262.
    private const int EarliestYear = 1678;
    private const int LatestYear = 2261;

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

    public string RequiredText(string name) => Text(name) is { Length: > 0 } text
        ? text
        : throw PhoenixEdge.Unprocessable($"{PlaceOf(name)} is missing or empty.");

    /// <summary>One of a few words.</summary>
    public string OneOf(string name, params ReadOnlySpan<string> words)
    {
        var text = RequiredText(name);
        return words.Contains(text)
            ? text
            : throw PhoenixEdge.Unprocessable($"{PlaceOf(name)} is '{text}'; it must be one of {string.Join(", ", words.ToArray())}.");
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

    /// <summary>Whether a member is given, be it null.</summary>
    public bool Has(string name) => json.TryGetProperty(name, out _);

    /// <summary>Ends the request when a name is no text: one with half a surrogate pair cannot be written again.</summary>
    public void RequireNames()
    {
        try
        {
            foreach (var member in json.EnumerateObject())
            {
                _ = member.Name;
            }
        }
        catch (InvalidOperationException)
        {
            throw PhoenixEdge.Unprocessable("The request body holds a name that is not valid Unicode.");
        }
    }

    /// <summary>A name: some characters on one line.</summary>
    public string RequiredName(string name) => ShortName(name, RequiredText(name));

    /// <summary>An object as it was written, on one line; null when it is not given, or null.</summary>
    public string? ObjectText(string name) => Object(name) is { } value ? CompactJson.Of(value.Json) : null;

    /// <summary>The texts of a list; none when it is not given, or null.</summary>
    public IReadOnlyList<string> OptionalTexts(string name) => Value(name) is null ? [] : Texts(name);

    /// <summary>A number from 1; null when it is not given, or null.</summary>
    public int? Count(string name) => Value(name) is null ? null
        : RequiredIndex(name) is > 0 and var count ? count : throw PhoenixEdge.Unprocessable($"{PlaceOf(name)} must be a whole number from 1.");

    /// <summary>A time in ISO 8601, UTC when it does not say, as nanoseconds since 1970.</summary>
    public long RequiredTime(string name) => OptionalTime(name) is { } time
        ? (time - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick
        : throw PhoenixEdge.Unprocessable($"{PlaceOf(name)} is missing.");

    /// <summary>A time in ISO 8601, UTC when it does not say; null when it is not given, or null.</summary>
    public DateTimeOffset? OptionalTime(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time.Year is >= EarliestYear and <= LatestYear
            ? time
            : throw PhoenixEdge.Unprocessable($"{PlaceOf(name)} '{text}' is not a time; write 2024-01-01T00:00:00Z.");
    }

    /// <summary>The name of a member as messages show it.</summary>
    public string PlaceOf(string name) => place.Length == 0 ? $"'{name}'" : $"{place}.{name}";

    private string ShortName(string name, string text) => text.Length <= LongestName && !text.AsSpan().ContainsAnyInRange('\0', '\x1f')
        ? text
        : throw PhoenixEdge.Unprocessable($"{PlaceOf(name)} must have at most {LongestName} characters and no control characters.");

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
