using System.Text.Json;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Prompts;

namespace Weir.Server.Endpoints.Phoenix.Prompts;

/// <summary>Writes prompts, versions and tags.</summary>
internal static class PromptJson
{
    public static void Write(Utf8JsonWriter writer, PromptRow prompt)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, GlobalId.Of(NodeType.Prompt, prompt.Id));
        writer.WriteString("name"u8, prompt.Name);
        writer.WriteString("description"u8, prompt.Description);
        writer.WriteString("source_prompt_id"u8, prompt.SourceId is { } source ? GlobalId.Of(NodeType.Prompt, source) : null);
        PhoenixJson.WriteRaw(writer, "metadata"u8, prompt.Metadata ?? "null");
        writer.WriteEndObject();
    }

    /// <summary>A version with everything that was sent, be it known here or not.</summary>
    public static void Write(Utf8JsonWriter writer, PromptVersionRow version)
    {
        writer.WriteStartObject();
        foreach (var member in JsonElement.Parse(version.Body).EnumerateObject().Where(member => !member.NameEquals("id"u8)))
        {
            writer.WritePropertyName(member.Name);
            writer.WriteRawValue(member.Value.GetRawText());
        }

        writer.WriteString("id"u8, GlobalId.Of(NodeType.PromptVersion, version.Id));
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, PromptTagRow tag)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, GlobalId.Of(NodeType.PromptVersionTag, tag.Id));
        writer.WriteString("name"u8, tag.Name);
        writer.WriteString("description"u8, tag.Description);
        writer.WriteEndObject();
    }
}
