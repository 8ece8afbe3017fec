using System.Text.Json;

namespace Weir.Simulator.Wire;

/// <summary>Reads fields of a request body and refuses what is of the wrong type, naming the field as OpenAI does.</summary>
internal static class JsonFields
{
    /// <summary>The field, or null when it is absent or JSON null.</summary>
    public static JsonElement? Field(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public static string? OptionalString(this JsonElement parent, string name, string path) => parent.Field(name)?.Text(path);

    public static string RequiredString(this JsonElement parent, string name, string path) =>
        parent.OptionalString(name, path) ?? throw Missing(path);

    public static bool OptionalBool(this JsonElement parent, string name, bool otherwise) => parent.Field(name) switch
    {
        null => otherwise,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { } value => throw WrongType(name, "a boolean", value),
    };

    public static int? OptionalInteger(this JsonElement parent, string name, int least, int most)
    {
        if (parent.Field(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number))
        {
            throw WrongType(name, "an integer", value);
        }

        return number >= least && number <= most
            ? number
            : throw Refuse(FormattableString.Invariant($"Invalid '{name}': expected an integer from {least} to {most}, but got {number} instead."), name, "integer_out_of_range");
    }

    public static void CheckNumber(this JsonElement parent, string name, double least, double most)
    {
        if (parent.Field(name) is not { } value)
        {
            return;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var number))
        {
            throw WrongType(name, "a decimal", value);
        }

        if (number < least || number > most)
        {
            throw Refuse(FormattableString.Invariant($"Invalid '{name}': decimal out of range. Expected a value from {least} to {most}, but got {number} instead."), name, "decimal_out_of_range");
        }
    }

    public static string Text(this JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            throw WrongType(path, "a string", value);
        }

        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Escapes such as "\ud800" alone pass the parser and are not text.
            throw Refuse($"Invalid '{path}': the string is not valid Unicode.", path, "invalid_unicode");
        }
    }

    /// <summary>A part of the request that is used later as it stands, such as a schema; every string in it is checked now.</summary>
    public static JsonElement Checked(this JsonElement value, string path)
    {
        try
        {
            JsonOutput.Build(value.WriteTo);
            return value;
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException)
        {
            throw Refuse($"Invalid '{path}': it holds a string that is not valid Unicode.", path, "invalid_unicode");
        }
    }

    public static RefusalException WrongType(string path, string expected, JsonElement value) =>
        Refuse($"Invalid type for '{path}': expected {expected}, but got {Describe(value)} instead.", path, "invalid_type");

    public static RefusalException Missing(string path) => Refuse($"Missing required parameter: '{path}'.", path, "missing_required_parameter");

    public static RefusalException Refuse(string message, string? path, string code) => new(ApiError.Invalid(message, path, code));

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };
}
