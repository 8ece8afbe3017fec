using System.Text.Json.Serialization.Metadata;

namespace Weir.OpenRouter;

/// <summary>What form an answer has to have.</summary>
public sealed record ResponseFormat : WireRecord
{
    /// <summary><c>text</c>, <c>json_object</c>, <c>json_schema</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The schema to follow, where <see cref="Type"/> is <c>json_schema</c>; null otherwise.</summary>
    public ResponseFormatSchema? JsonSchema { get; init; }

    /// <summary>JSON of some form.</summary>
    public static ResponseFormat JsonObject { get; } = new() { Type = "json_object" };

    /// <summary>JSON that a C# type can be read from.</summary>
    /// <param name="type">The type's source-generated metadata: <c>MyJson.Default.Answer</c>.</param>
    /// <param name="name">What the model is told it is called; null means the name of the type.</param>
    public static ResponseFormat FromType<T>(JsonTypeInfo<T> type, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new ResponseFormat
        {
            Type = "json_schema",
            JsonSchema = new ResponseFormatSchema { Name = name ?? TypeSchema.NameOf(type), Strict = true, Schema = TypeSchema.Of(type) },
        };
    }
}
