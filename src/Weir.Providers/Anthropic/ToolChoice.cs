using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Anthropic;

/// <summary>Whether and which tools the model may or must call.</summary>
/// <remarks><code>"auto"   "none"   "required" → {"type":"any"}   {"type":"function","function":{"name":"find"}} → {"type":"tool","name":"find"}</code></remarks>
/// <param name="Type">The upstream's word; null: not said.</param>
/// <param name="Name">The one tool that must be called.</param>
/// <param name="IsSingle">At most one call an answer.</param>
internal sealed record ToolChoice(string? Type, string? Name, bool IsSingle)
{
    private const string Auto = "auto";
    private const string Forms = "none, auto, required and {\"type\":\"function\",\"function\":{\"name\":…}}";

    public bool IsForced => Type is "any" or "tool";

    /// <exception cref="TranslationException">The choice cannot be said, or the model does not take it.</exception>
    public static ToolChoice Read(JsonElement? choice, bool isSingle, ClaudeModel model)
    {
        var (type, name) = Parse(choice);
        var read = new ToolChoice(type, name, isSingle);
        return !read.IsForced || model.TakesForcedTools
            ? read
            : throw new TranslationException(
                $"{model.Name} cannot be made to call a tool. Send 'tool_choice': \"auto\" and say in the prompt when the tool applies, "
                + "or ask for JSON with 'response_format'.");
    }

    public void Write(Utf8JsonWriter writer)
    {
        if (Type is null && !IsSingle)
        {
            return;
        }

        writer.WriteStartObject("tool_choice"u8);
        writer.WriteString("type"u8, Type ?? Auto);
        if (Name is not null)
        {
            writer.WriteString("name"u8, Name);
        }

        if (IsSingle && Type != "none")
        {
            writer.WriteBoolean("disable_parallel_tool_use"u8, true);
        }

        writer.WriteEndObject();
    }

    private static (string? Type, string? Name) Parse(JsonElement? choice) => choice switch
    {
        null => (null, null),
        { ValueKind: JsonValueKind.String } word => (Word(WireText.Read(word)), null),
        { ValueKind: JsonValueKind.Object } named when named.FindObject("function")?.Text("name") is { } name => ("tool", name),
        _ => throw new TranslationException($"'tool_choice' cannot be said in the anthropic dialect; it takes {Forms}."),
    };

    private static string Word(string word) => word switch
    {
        "none" or Auto => word,
        "required" => "any",
        _ => throw new TranslationException($"'tool_choice' is \"{word}\"; the anthropic dialect takes {Forms}."),
    };
}
