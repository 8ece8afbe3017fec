using System.Text.Json;
using System.Text.Json.Serialization;

namespace Weir.OpenRouter;

/// <summary>A member that is a text or something richer: the content of a message, the input of a response, a choice of tool.</summary>
[JsonConverter(typeof(TextOrJsonConverter))]
public sealed record TextOrJson
{
    private TextOrJson()
    {
    }

    /// <summary>The text; null if it is something else.</summary>
    public string? Text { get; private init; }

    /// <summary>The JSON; null if it is a text.</summary>
    public JsonElement? Json { get; private init; }

    /// <summary>A text.</summary>
    public static implicit operator TextOrJson(string text) => FromText(text);

    /// <summary>A text.</summary>
    public static TextOrJson FromText(string text) => new() { Text = text };

    /// <summary>Any JSON, such as a list of content parts.</summary>
    public static TextOrJson FromJson(JsonElement json) => json.ValueKind == JsonValueKind.String ? FromText(json.GetString()!) : new TextOrJson { Json = json };

    /// <summary>Parses JSON.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static TextOrJson Parse(string json) => FromJson(JsonElement.Parse(json));

    /// <summary>Content parts.</summary>
    public static TextOrJson FromParts(params IReadOnlyList<ContentPart> parts) =>
        FromJson(JsonSerializer.SerializeToElement(parts, ChatJson.Default.IReadOnlyListContentPart));

    /// <summary>The text, or the JSON as text.</summary>
    public override string ToString() => Text ?? Json?.GetRawText() ?? "";
}
