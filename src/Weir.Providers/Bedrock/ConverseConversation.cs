using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Anthropic;
using Weir.Providers.Translation;

namespace Weir.Providers.Bedrock;

/// <summary>The messages of a request in Converse's order: the system prompt apart, and turns that alternate.</summary>
/// <remarks>
/// <code>
/// [{"role":"system","content":"S"},{"role":"user","content":"Q"},{"role":"assistant","tool_calls":[…]},{"role":"tool","tool_call_id":"a","content":"R"}]
/// system: [{"text":"S"}]   messages: user [text Q], assistant [toolUse a], user [toolResult a R]
/// </code>
/// </remarks>
internal sealed class ConverseConversation
{
    private const string User = "user";
    private const string Assistant = "assistant";

    public List<ConverseBlock> System { get; } = [];

    public List<ConverseTurn> Turns { get; } = [];

    /// <summary>Whether earlier turns call tools, which Converse takes only beside a list of tools.</summary>
    public bool HasToolBlocks => Turns.Exists(turn => turn.Blocks.Exists(block => block.Kind is "toolUse" or "toolResult"));

    /// <exception cref="TranslationException">A message holds what the dialect cannot say.</exception>
    public static ConverseConversation Of(JsonElement request)
    {
        var conversation = new ConverseConversation();
        var parts = new ConversePartTranslator();
        var index = 0;
        foreach (var message in request.Items("messages"))
        {
            conversation.Add(message, $"messages[{index++}]", parts);
        }

        conversation.NameLoneDocuments();
        conversation.TrimPrefill();
        return conversation;
    }

    /// <summary>Puts a cache point behind everything that can be cached.</summary>
    public void MarkEnd(CacheMark mark)
    {
        if (Turns.FindLast(turn => turn.Role == User) is { } last)
        {
            last.Blocks[^1] = last.Blocks[^1] with { Cache = mark };
        }
    }

    private void Add(JsonElement message, string place, ConversePartTranslator parts)
    {
        var role = message.Text("role");
        var blocks = role switch
        {
            "system" or "developer" => parts.Translate(message, place, ConversePlace.System),
            User => parts.Translate(message, place, ConversePlace.User),
            Assistant => ConverseAssistantTranslator.Translate(message, place, parts),
            "tool" => [ConverseToolResultTranslator.Translate(message, place, parts)],
            _ => throw new TranslationException($"{place} has the role \"{role}\"; the bedrock dialect knows system, developer, user, assistant and tool."),
        };

        // A mark on the message itself stands for its last part.
        if (CacheMark.Of(message) is { } mark && blocks is [.., { IsReasoning: false } last])
        {
            blocks[^1] = last with { Cache = mark };
        }

        if (role is "system" or "developer")
        {
            System.AddRange(blocks);
            return;
        }

        Say(role == Assistant ? Assistant : User, blocks);
    }

    // Messages of one side that follow each other are one turn; one without anything is none.
    private void Say(string role, List<ConverseBlock> blocks)
    {
        if (blocks.Count == 0)
        {
            return;
        }

        if (Turns.Count == 0 || Turns[^1].Role != role)
        {
            Turns.Add(new ConverseTurn(role));
        }

        Turns[^1].Blocks.AddRange(blocks);
    }

    // Converse refuses a document without any text beside it; its name is the least that can be said of it.
    private void NameLoneDocuments()
    {
        foreach (var turn in Turns)
        {
            if (turn.Blocks.Find(block => block.Kind == ConverseMediaTranslator.DocumentKind) is { Name: { } name }
                && !turn.Blocks.Exists(block => block.Kind == ConverseBlock.TextKind))
            {
                turn.Blocks.Add(ConverseBlock.OfText(name));
            }
        }
    }

    // Claude refuses an answer to go on from that ends in white space.
    private void TrimPrefill()
    {
        if (Turns is [.., { Role: Assistant } turn] && turn.Blocks is [.., { Text: { } text } last])
        {
            turn.Blocks[^1] = ConverseBlock.OfText(text.TrimEnd()) with { Cache = last.Cache };
        }
    }
}
