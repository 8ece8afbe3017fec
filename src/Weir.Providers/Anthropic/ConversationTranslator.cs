using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;
using static Weir.Providers.Anthropic.Conversation;

namespace Weir.Providers.Anthropic;

/// <summary>Sorts chat messages into a system prompt and turns: tool results are said by the user, and what follows each other is one turn.</summary>
/// <remarks>
/// <code>
/// [{"role":"system","content":"S"},{"role":"user","content":"Q"},{"role":"assistant","tool_calls":[…]},{"role":"tool","tool_call_id":"a","content":"R"}]
/// system: [S]   messages: user [Q], assistant [tool_use a], user [tool_result a R]
/// </code>
/// </remarks>
internal static class ConversationTranslator
{
    /// <exception cref="TranslationException">A message holds what the dialect cannot say.</exception>
    public static Conversation Translate(JsonElement request, ClaudeModel model)
    {
        var conversation = new Conversation();
        var messages = request.Items("messages").ToArray();
        for (var index = 0; index < messages.Length; index++)
        {
            Add(conversation, messages, index, model);
        }

        TrimPrefill(conversation);
        return conversation;
    }

    private static void Add(Conversation conversation, JsonElement[] messages, int index, ClaudeModel model)
    {
        var message = messages[index];
        var place = $"messages[{index}]";
        var role = message.Text("role");
        var blocks = role switch
        {
            "system" or "developer" => PartTranslator.Translate(message, place, PartPlace.System),
            "user" => PartTranslator.Translate(message, place, PartPlace.User),
            "assistant" => AssistantTranslator.Translate(message, place),
            "tool" => [ToolResultTranslator.Translate(message, place)],
            _ => throw new TranslationException($"{place} has the role \"{role}\"; the anthropic dialect knows system, developer, user, assistant and tool."),
        };

        // A mark on the message itself stands for its last part.
        if (CacheMark.Of(message) is { } mark && blocks is [.., { IsMarkable: true } last])
        {
            last.Cache = mark;
        }

        switch (role)
        {
            case "assistant":
                conversation.Say(Assistant, blocks);
                break;
            case "system" or "developer" when IsTurn(conversation, messages, index, model):
                conversation.Say(SystemRole, blocks);
                break;
            case "system" or "developer":
                conversation.System.AddRange(blocks);
                break;
            default:
                conversation.Say(User, blocks);
                break;
        }
    }

    // A system turn stands between the user's turn and the assistant's, or at the end; any other goes to the front.
    private static bool IsTurn(Conversation conversation, JsonElement[] messages, int index, ClaudeModel model) =>
        model.TakesSystemTurns
        && conversation.LastSpeaker is User or SystemRole
        && messages.Skip(index + 1).Select(message => message.Text("role")).FirstOrDefault(role => !IsSystem(role)) is null or Assistant;

    private static bool IsSystem(string? role) => role is "system" or "developer";

    // The upstream refuses an answer to go on from that ends in white space.
    private static void TrimPrefill(Conversation conversation)
    {
        if (conversation.LastSpeaker != Assistant || conversation.Turns[^1].Blocks[^1] is not { Text: { } text } last)
        {
            return;
        }

        var written = WireText.Read(text);
        if (char.IsWhiteSpace(written[^1]))
        {
            conversation.Turns[^1].Blocks[^1] = ContentBlock.OfText(written.TrimEnd());
            conversation.Turns[^1].Blocks[^1].Cache = last.Cache;
        }
    }
}
