using System.Text;
using System.Text.Json;

namespace Weir.Providers.Translation;

/// <summary>The text of a message's content, which is a string or a list of parts.</summary>
internal static class MessageText
{
    /// <summary>All text, parts joined as they are; empty when there is none.</summary>
    public static string Of(JsonElement message)
    {
        if (!message.TryMember("content", out var content))
        {
            return "";
        }

        if (content.ValueKind == JsonValueKind.String)
        {
            return content.Text()!;
        }

        var text = new StringBuilder();
        foreach (var part in content.Items())
        {
            _ = text.Append(part.Text("text"));
        }

        return text.ToString();
    }

    /// <summary>What goes before the text of a message with a name, where the upstream has no place for names.</summary>
    public static string NamePrefix(JsonElement message) => message.Text("name") is { Length: > 0 } name ? $"{name}: " : "";
}
