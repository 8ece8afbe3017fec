using System.Text.Json;
using Weir.OpenInference;
using Weir.Protocol.Traces;

namespace Weir.Tracing.Content;

/// <summary>A tool while its attributes are read: one that a model could call, or the one that a TOOL span ran.</summary>
internal sealed class ToolDraft
{
    private ReadOnlyMemory<byte> _name;
    private ReadOnlyMemory<byte> _description;
    private ReadOnlyMemory<byte> _definition;

    public bool IsEmpty => _name.IsEmpty && _definition.IsEmpty;

    public void Set(ReadOnlySpan<char> member, ReadOnlyMemory<byte> json)
    {
        switch (member)
        {
            case ToolAttributes.Name:
                _name = json;
                break;
            case ToolAttributes.Description:
                _description = json;
                break;
            case ToolAttributes.JsonSchema:
                _definition = json;
                break;
        }
    }

    public ToolRecord ToRecord(ContentTexts texts)
    {
        var definition = texts.Json(_definition) ?? JsonElement.Parse("{}"u8);
        return new ToolRecord
        {
            Name = texts.Plain(_name) ?? Find(definition, "name"u8),
            Description = texts.Plain(_description) ?? Find(definition, "description"u8),
            Definition = definition,
        };
    }

    // Chat says {"type":"function","function":{"name":"f"}}, the Responses API and Anthropic {"name":"f"}.
    private static string? Find(JsonElement definition, ReadOnlySpan<byte> name)
    {
        if (definition.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var holder = definition.TryGetProperty("function"u8, out var function) && function.ValueKind == JsonValueKind.Object ? function : definition;
        return holder.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
    }
}
