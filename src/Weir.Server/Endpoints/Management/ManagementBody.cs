using System.Globalization;
using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Protocol.Errors;
using Weir.Protocol.Primitives;

namespace Weir.Server.Endpoints.Management;

/// <summary>Reads the JSON body of a management call, member by member, so that absent and null stay apart.</summary>
internal sealed class ManagementBody(JsonElement body)
{
    /// <exception cref="GatewayException">400: not a JSON object.</exception>
    public static ManagementBody Parse(JsonDocument document) =>
        document.RootElement.ValueKind == JsonValueKind.Object ? new ManagementBody(document.RootElement) : throw Invalid("The request body must be a JSON object.");

    public bool Has(string name) => body.TryGetProperty(name, out _);

    /// <summary>Refuses members that the operation does not take, instead of ignoring them.</summary>
    public void Allow(params ReadOnlySpan<string> names)
    {
        foreach (var member in body.EnumerateObject())
        {
            var name = Valid(() => member.Name);
            if (!names.Contains(name))
            {
                throw Invalid($"'{name}' cannot be set here; allowed: {string.Join(", ", names.ToArray())}.");
            }
        }
    }

    public string? Text(string name) => Value(name) switch
    {
        { ValueKind: JsonValueKind.String } text => Valid(text.GetString),
        null => null,
        _ => throw Invalid($"'{name}' must be a string."),
    };

    public string RequiredName() => Text("name") is { Length: > 0 } name ? name : throw Invalid("'name' is missing or empty.");

    /// <summary>A text of at most so many characters.</summary>
    public string? Text(string name, int longest) =>
        Text(name) is not { } text || text.Length <= longest ? Text(name) : throw Invalid($"'{name}' has {text.Length} characters; it can have {longest} at most.");

    /// <summary>A text that must be there, of 1 to so many characters.</summary>
    public string RequiredText(string name, int longest) => Text(name, longest) is { Length: > 0 } text ? text : throw Invalid($"'{name}' is missing or empty.");

    /// <summary>A list of texts that must be there: 1 to so many, each of 1 to so many characters.</summary>
    public string[] RequiredTexts(string name, int most, int longest)
    {
        if (Value(name) is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() is var count && (count < 1 || count > most))
        {
            throw Invalid($"'{name}' must be a list of 1 to {most} texts.");
        }

        return [.. list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String && Valid(item.GetString) is { Length: > 0 } text && text.Length <= longest
            ? text
            : throw Invalid($"'{name}' must hold texts of 1 to {longest} characters."))];
    }

    public decimal? Number(string name) => Value(name) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetDecimal(out var value) => value,
        null => null,
        _ => throw Invalid($"'{name}' must be a number."),
    };

    /// <summary>Whether a member is absent or null.</summary>
    public bool IsNull(string name) => Value(name) is null;

    public bool? Flag(string name) => Value(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        null => null,
        _ => throw Invalid($"'{name}' must be true or false."),
    };

    public Usd? Money(string name)
    {
        if (Value(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var dollars) && dollars is >= 0 and <= 9_000_000_000m)
        {
            return Usd.FromDollarsRoundedUp(dollars);
        }

        throw Invalid($"'{name}' must be a number of US dollars, 0 or more, or null for no limit.");
    }

    public LimitReset Reset(string name = "limit_reset") => Text(name) switch
    {
        null => LimitReset.Never,
        "daily" => LimitReset.Daily,
        "weekly" => LimitReset.Weekly,
        "monthly" => LimitReset.Monthly,
        var other => throw Invalid($"'{name}' is '{other}'; it can be daily, weekly, monthly or null."),
    };

    /// <summary>An ISO 8601 time in UTC; other offsets are refused, as the API says.</summary>
    public DateTimeOffset? UtcTime(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var isTime = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        var saysOffset = text.EndsWith('Z') || text.EndsWith("+00:00", StringComparison.Ordinal);
        return isTime && saysOffset ? time : throw Invalid($"'{name}' is '{text}'; it must be an ISO 8601 time in UTC, for example 2027-01-31T00:00:00Z.");
    }

    /// <summary>An ISO 8601 time with any offset.</summary>
    public DateTimeOffset? Time(string name) => Text(name) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime()
        : throw Invalid($"'{name}' is '{text}'; it must be an ISO 8601 time, for example 2027-01-31T00:00:00Z.");

    // Broken UTF-8 and half surrogate pairs pass the parser and fail here.
    private static string? Valid(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            throw Invalid("The request body holds a text that is not valid Unicode.");
        }
    }

    private JsonElement? Value(string name) => body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static GatewayException Invalid(string message) => new(GatewayError.Client(GatewayErrorCode.InvalidRequest, message));
}
