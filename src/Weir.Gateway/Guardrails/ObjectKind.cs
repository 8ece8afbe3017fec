using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Gateway.Guardrails;

/// <summary>What an object in a request is: a message with a role, or a part with a type. Either may stand behind what it says.</summary>
/// <param name="IsUser">Whether a user wrote it; null: as what it is a part of.</param>
/// <param name="IsTextType">Whether its type is <c>text</c>.</param>
/// <param name="IsOfModel">Whether it is a thought or a call that a model made.</param>
internal readonly record struct ObjectKind(bool? IsUser, bool IsTextType, bool IsOfModel)
{
    /// <param name="reader">At the start of the object; stays there.</param>
    public static ObjectKind Of(Utf8JsonReader reader)
    {
        var kind = default(ObjectKind);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isRole, isType) = (WireText.Is(reader, "role"u8), WireText.Is(reader, "type"u8));
            _ = reader.Read();
            if (reader.TokenType == JsonTokenType.String && (isRole || isType))
            {
                kind = isRole ? kind.WithRole(WireText.Read(reader)) : kind.WithType(WireText.Read(reader));
            }

            reader.Skip();
        }

        return kind;
    }

    // A role that nobody knows is taken for the user's, and of two roles the user's counts: a filter is not to be evaded by a word.
    private ObjectKind WithRole(string role) => this with
    {
        IsUser = IsUser == true || role is not ("system" or "developer" or "assistant" or "tool" or "function" or "model"),
    };

    private ObjectKind WithType(string type) => type switch
    {
        "text" => this with { IsTextType = true },
        "tool_result" or "function_call_output" or "custom_tool_call_output" or "local_shell_call_output" or "mcp_call" => this with { IsUser = IsUser ?? false },
        "thinking" or "redacted_thinking" or "reasoning" or "tool_use" or "function_call" or "custom_tool_call" => this with { IsOfModel = true },
        _ => this,
    };
}
