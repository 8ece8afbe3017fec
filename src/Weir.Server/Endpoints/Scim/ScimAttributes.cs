using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Weir.Server.Endpoints.Scim;

/// <summary>Reads attributes, whose names SCIM compares without regard to case.</summary>
internal static class ScimAttributes
{
    private const int LongestText = 256;

    public static JsonElement? Find(JsonElement resource, string name)
    {
        foreach (var member in resource.ValueKind == JsonValueKind.Object ? resource.EnumerateObject() : default)
        {
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && member.Value.ValueKind != JsonValueKind.Null)
            {
                return member.Value;
            }
        }

        return null;
    }

    /// <exception cref="ScimException">It is something else than a text, or too long.</exception>
    public static string? Text(JsonElement resource, string name) => Find(resource, name) is { } value ? TextOf(value, name) : null;

    /// <exception cref="ScimException">It is something else than a text, or too long.</exception>
    public static string TextOf(JsonElement value, string name)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= LongestText } text
                ? text
                : throw Wrong(name, $"must be a text of at most {LongestText} characters");
        }
        catch (InvalidOperationException)
        {
            throw Wrong(name, "holds a text that is not valid Unicode");
        }
    }

    /// <summary>True or false; some directories write a text.</summary>
    /// <exception cref="ScimException">It is something else.</exception>
    public static bool Flag(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(value.GetString(), out var flag) => flag,
        _ => throw Wrong(name, "must be true or false"),
    };

    /// <summary>The primary one of a list of values, else the first.</summary>
    public static string? Primary(JsonElement resource, string name)
    {
        if (Find(resource, name) is not { ValueKind: JsonValueKind.Array } list)
        {
            return null;
        }

        var values = list.EnumerateArray().Where(item => Find(item, "value") is not null).ToArray();
        var primary = Array.FindIndex(values, item => Find(item, "primary") is { ValueKind: JsonValueKind.True });
        return values.Length == 0 ? null : Text(values[Math.Max(0, primary)], "value");
    }

    public static ScimException Wrong(string name, string problem) => new(StatusCodes.Status400BadRequest, "invalidValue", $"'{name}' {problem}.");
}
