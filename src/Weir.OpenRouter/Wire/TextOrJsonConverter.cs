using System.Text.Json;
using System.Text.Json.Serialization;

namespace Weir.OpenRouter;

/// <summary>Reads and writes a <see cref="TextOrJson"/> as the one of the two that it is.</summary>
public sealed class TextOrJsonConverter : JsonConverter<TextOrJson>
{
    /// <inheritdoc/>
    public override TextOrJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? TextOrJson.FromText(reader.GetString()!) : TextOrJson.FromJson(JsonElement.ParseValue(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TextOrJson value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value.Json is { } json)
        {
            json.WriteTo(writer);
        }
        else
        {
            writer.WriteStringValue(value.Text);
        }
    }
}
