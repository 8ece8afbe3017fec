using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Bedrock;

/// <summary>Whether and which tools the model may or must call.</summary>
/// <remarks><code>"none"   "auto"   "required" → {"any":{}}   {"type":"function","function":{"name":"find"}} → {"tool":{"name":"find"}}</code></remarks>
/// <param name="Word"><c>none</c>, <c>auto</c>, <c>any</c> or <c>tool</c>.</param>
/// <param name="Name">The one tool that must be called.</param>
internal sealed record ConverseToolChoice(string Word, string? Name)
{
    private const string Forms = "none, auto, required and {\"type\":\"function\",\"function\":{\"name\":…}}";

    public bool IsNone => Word == "none";

    public bool IsForced => Word is "any" or "tool";

    /// <exception cref="TranslationException">The choice cannot be said, or the model does not take it.</exception>
    public static ConverseToolChoice Read(JsonElement choice, BedrockModel model)
    {
        var read = choice.ValueKind switch
        {
            JsonValueKind.Undefined => new ConverseToolChoice("auto", null),
            JsonValueKind.String => new ConverseToolChoice(WordOf(choice.Text()!), null),
            _ when choice.Member("function").Text("name") is { } name => new ConverseToolChoice("tool", name),
            _ => throw new TranslationException($"'tool_choice' cannot be said in the bedrock dialect; it takes {Forms}."),
        };
        return read.IsForced && model.Claude is { TakesForcedTools: false }
            ? throw new TranslationException(
                $"{model.Id} cannot be made to call a tool. Send 'tool_choice': \"auto\" and say in the prompt when the tool applies.")
            : read;
    }

    /// <summary>Writes nothing where the model may choose: not every model takes the member.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        if (!IsForced)
        {
            return;
        }

        writer.WriteStartObject("toolChoice"u8);
        writer.WriteStartObject(Word);
        if (Name is not null)
        {
            writer.WriteString("name"u8, Name);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string WordOf(string word) => word switch
    {
        "none" or "auto" => word,
        "required" => "any",
        _ => throw new TranslationException($"'tool_choice' is \"{word}\"; the bedrock dialect takes {Forms}."),
    };
}
