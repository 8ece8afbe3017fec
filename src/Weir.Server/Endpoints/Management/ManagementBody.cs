using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;

namespace Weir.Server.Endpoints.Management;

/// <summary>Reads the JSON body of a management call, member by member, so that absent and null stay apart.</summary>
internal sealed class ManagementBody(JsonElement body)
{
    private const long LargestBody = 256 * 1024;

    /// <summary>The body of a request.</summary>
    /// <exception cref="GatewayException">400: not JSON. 413: too large.</exception>
    public static async Task<JsonDocument> ParseAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestBody;
        }

        try
        {
            return await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw Refusal.TooLarge($"Request payload too large: at most {LargestBody / 1024} KiB here.");
        }
        catch (JsonException wrong)
        {
            throw Refusal.Invalid($"The request body is not valid JSON: {wrong.Message}");
        }
    }

    /// <summary>The members of a request's body, none beside those allowed.</summary>
    /// <exception cref="GatewayException">400: not a JSON object of these members. 413: too large.</exception>
    public static async Task<ManagementBody> ReadAsync(HttpContext context, params string[] allowed)
    {
        using var document = await ParseAsync(context);
        var body = Parse(document);
        body.Allow(allowed);
        return body;
    }

    /// <summary>The body of a document; good also when the document has gone.</summary>
    /// <exception cref="GatewayException">400: not a JSON object.</exception>
    public static ManagementBody Parse(JsonDocument document) =>
        document.RootElement.ValueKind == JsonValueKind.Object
            ? new ManagementBody(document.RootElement.Clone())
            : throw Refusal.Invalid("The request body must be a JSON object.");

    public bool Has(string name) => body.TryGetProperty(name, out _);

    /// <summary>Refuses members that the operation does not take, instead of ignoring them.</summary>
    public void Allow(params ReadOnlySpan<string> names)
    {
        foreach (var member in body.EnumerateObject())
        {
            var name = Valid(() => member.Name);
            if (!names.Contains(name))
            {
                throw Refusal.Invalid($"'{name}' cannot be set here; allowed: {string.Join(", ", names.ToArray())}.");
            }
        }
    }

    /// <summary>A member of any kind; null when it is absent or null.</summary>
    public JsonElement? Member(string name) => Value(name);

    /// <summary>The text of a value.</summary>
    /// <exception cref="GatewayException">400: it is not valid Unicode.</exception>
    public static string ValidText(JsonElement text) => Valid(text.GetString)!;

    /// <summary>A member that is an object; null when it is absent or null.</summary>
    public ManagementBody? Object(string name) => Value(name) switch
    {
        { ValueKind: JsonValueKind.Object } value => new ManagementBody(value),
        null => null,
        _ => throw Refusal.Invalid($"'{name}' must be an object."),
    };

    public string? Text(string name) => Value(name) switch
    {
        { ValueKind: JsonValueKind.String } text => Valid(text.GetString),
        null => null,
        _ => throw Refusal.Invalid($"'{name}' must be a string."),
    };

    public string RequiredName() => Text("name") is { Length: > 0 } name ? name : throw Refusal.Invalid("'name' is missing or empty.");

    /// <summary>A text of at most so many characters.</summary>
    public string? Text(string name, int longest) =>
        Text(name) is not { } text || text.Length <= longest
            ? Text(name)
            : throw Refusal.Invalid($"'{name}' has {text.Length} characters; it can have {longest} at most.");

    /// <summary>A text that must be there, of 1 to so many characters.</summary>
    public string RequiredText(string name, int longest) =>
        Text(name, longest) is { Length: > 0 } text ? text : throw Refusal.Invalid($"'{name}' is missing or empty.");

    /// <summary>A list of texts that must be there: 1 to so many, each of 1 to so many characters.</summary>
    public string[] RequiredTexts(string name, int most, int longest)
    {
        if (Value(name) is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() is var count && (count < 1 || count > most))
        {
            throw Refusal.Invalid($"'{name}' must be a list of 1 to {most} texts.");
        }

        return [.. list.EnumerateArray().Select(item =>
            item.ValueKind == JsonValueKind.String && Valid(item.GetString) is { Length: > 0 } text && text.Length <= longest
            ? text
            : throw Refusal.Invalid($"'{name}' must hold texts of 1 to {longest} characters."))];
    }

    /// <summary>A list of 1 to so many texts, each of 1 to so many characters; null when it is absent or null.</summary>
    public string[]? Texts(string name, int most, int longest) => IsNull(name) ? null : RequiredTexts(name, most, longest);

    /// <summary>The objects of a list of at most so many; null when it is absent or null.</summary>
    public ManagementBody[]? Items(string name, int most)
    {
        if (Value(name) is not { } list)
        {
            return null;
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > most)
        {
            throw Refusal.Invalid($"'{name}' must be a list of at most {most} objects.");
        }

        return [.. list.EnumerateArray().Select(item =>
            item.ValueKind == JsonValueKind.Object ? new ManagementBody(item) : throw Refusal.Invalid($"'{name}' must hold objects."))];
    }

    public decimal? Number(string name) => Value(name) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetDecimal(out var value) => value,
        null => null,
        _ => throw Refusal.Invalid($"'{name}' must be a number."),
    };

    /// <summary>Whether a member is absent or null.</summary>
    public bool IsNull(string name) => Value(name) is null;

    public bool? Flag(string name) => Value(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        null => null,
        _ => throw Refusal.Invalid($"'{name}' must be true or false."),
    };

    /// <summary>An amount of 0 or more; null when it is absent or null.</summary>
    public Usd? Money(string name) => IsNull(name) ? null
        : Dollars(name) ?? throw Refusal.Invalid($"'{name}' must be a number of US dollars, 0 or more, or null for no limit.");

    /// <summary>An amount that must be there, and be above 0.</summary>
    public Usd RequiredMoney(string name) => Dollars(name) is { Nanos: > 0 } dollars
        ? dollars
        : throw Refusal.Invalid($"'{name}' {(IsNull(name) ? "is missing; it " : "")}must be a number of US dollars above 0, for example 500.");

    public LimitReset Reset(string name = "limit_reset") => Text(name) switch
    {
        null => LimitReset.Never,
        "daily" => LimitReset.Daily,
        "weekly" => LimitReset.Weekly,
        "monthly" => LimitReset.Monthly,
        var other => throw Refusal.Invalid($"'{name}' is '{other}'; it can be daily, weekly, monthly or null."),
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
        return isTime && saysOffset
            ? time
            : throw Refusal.Invalid($"'{name}' is '{text}'; it must be an ISO 8601 time in UTC, for example 2027-01-31T00:00:00Z.");
    }

    /// <summary>An ISO 8601 time with any offset.</summary>
    public DateTimeOffset? Time(string name) => Text(name) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime()
        : throw Refusal.Invalid($"'{name}' is '{text}'; it must be an ISO 8601 time, for example 2027-01-31T00:00:00Z.");

    // Broken UTF-8 and half surrogate pairs pass the parser and fail here.
    private static string? Valid(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            throw Refusal.Invalid("The request body holds a text that is not valid Unicode.");
        }
    }

    private Usd? Dollars(string name) =>
        Value(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out var dollars) && dollars is >= 0 and <= 9_000_000_000m
            ? Usd.FromDollarsRoundedUp(dollars)
            : null;

    private JsonElement? Value(string name) => body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
