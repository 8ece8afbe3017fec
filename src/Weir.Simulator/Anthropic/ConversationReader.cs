using System.Collections.Immutable;
using System.Text.Json;
using Weir.Simulator.Chat;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Anthropic;

/// <summary>Reads <c>system</c> and <c>messages</c>, and checks what Anthropic checks between them.</summary>
internal static class ConversationReader
{
    /// <param name="needsThinking">Whether the turn that calls tools must have begun with thinking, as a budget for it demands.</param>
    /// <exception cref="RefusalException">The conversation is wrong.</exception>
    public static ImmutableArray<ChatMessage> Read(JsonElement body, bool needsThinking)
    {
        var list = body.Field("messages") ?? throw JsonFields.Missing("messages");
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            throw JsonFields.Refuse("messages: at least one message is required", "messages", "empty_array");
        }

        var messages = ImmutableArray.CreateBuilder<ChatMessage>();
        if (body.Field("system") is { } system)
        {
            messages.Add(ReadSystem(system));
        }

        var pending = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var path = FormattableString.Invariant($"messages.{index++}");
            var turn = new TurnReader(path);
            var read = turn.Read(item);
            CheckResults(read, pending, path);
            pending = read.SelectMany(message => message.ToolCalls).Select(call => call.Id).ToHashSet(StringComparer.Ordinal);

            // Only of the turn that is still going on: the ones before it were answered.
            if (needsThinking && pending.Count > 0 && index == list.GetArrayLength() - 1 && turn.FirstType is not ("thinking" or "redacted_thinking"))
            {
                throw JsonFields.Refuse(
                    $"{path}.content.0.type: Expected `thinking` or `redacted_thinking`, but found `{turn.FirstType}`. When `thinking` is enabled, a final `assistant` message must start with a thinking block (preceding the lastmost set of `tool_use` and `tool_result` blocks). To avoid this requirement, disable `thinking`.",
                    path,
                    "invalid_value");
            }

            messages.AddRange(read);
        }

        return messages.ToImmutable();
    }

    private static ChatMessage ReadSystem(JsonElement system) => new()
    {
        Role = "system",
        Text = system.ValueKind == JsonValueKind.Array
            ? string.Join('\n', system.EnumerateArray().Select(block => block.RequiredString("text", "system.text")))
            : system.Text("system"),
    };

    private static void CheckResults(ImmutableArray<ChatMessage> read, HashSet<string> pending, string path)
    {
        var results = read.Where(message => message.ToolCallId is not null).Select(message => message.ToolCallId!).ToList();
        if (results.Find(id => !pending.Contains(id)) is { } unexpected)
        {
            throw JsonFields.Refuse(
                $"{path}.content.0: unexpected `tool_use_id` found in `tool_result` blocks: {unexpected}. Each `tool_result` block must have a corresponding `tool_use` block in the previous message.",
                path,
                "invalid_value");
        }

        if (pending.Except(results).FirstOrDefault() is { } unanswered)
        {
            throw JsonFields.Refuse(
                $"{path}: `tool_use` ids were found without `tool_result` blocks immediately after: {unanswered}. Each `tool_use` block must have a corresponding `tool_result` block in the next message.",
                path,
                "invalid_value");
        }
    }
}
