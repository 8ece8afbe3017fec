using System.Collections.Frozen;
using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Messages.Request;

/// <summary>Says why a content block cannot be taken: not there yet, or not a block of this place.</summary>
internal static class BlockRefusals
{
    // Of tools that run at the provider or in the gateway, of files kept there, and of conversations that were summed up.
    private static readonly FrozenSet<string> NotBuilt = FrozenSet.Create(
        StringComparer.Ordinal,
        "server_tool_use", "web_search_tool_result", "web_fetch_tool_result", "code_execution_tool_result", "bash_code_execution_tool_result",
        "text_editor_code_execution_tool_result", "tool_search_tool_result", "tool_reference", "mcp_tool_use", "mcp_tool_result", "advisor_tool_result",
        "tool_addition", "tool_removal", "container_upload", "compaction", "search_result");

    /// <param name="block">The block.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="takes">What that place takes.</param>
    public static GatewayException Of(JsonElement block, string place, string takes)
    {
        var type = block.FindText("type"u8);
        return type is not null && NotBuilt.Contains(type)
            ? Refusal.NotBuilt($"'{place}', a content block of type \"{type}\",")
            : Refusal.Invalid(type is null ? $"'{place}.type' is missing; {takes}." : $"'{place}' is of type \"{type}\"; {takes}.");
    }
}
