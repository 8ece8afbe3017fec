using System.Text;
using System.Text.Json;
using Weir.Simulator.Text;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Chat;

/// <summary>Counts the tokens of a prompt by OpenAI's published rule: 3 for each message, 3 to begin the answer, and every text.</summary>
/// <remarks>What OpenAI does not publish is kept simple: a tool is its name, description and compact schema; an image, sound or file is 85 tokens.</remarks>
internal static class PromptCounter
{
    private const int TokensPerMessage = 3;
    private const int TokensPerName = 1;
    private const int TokensPerMedia = 85;
    private const int TokensToBeginAnswer = 3;

    public static int Count(ChatRequest request, Tokenizer tokenizer) =>
        TokensToBeginAnswer
        + request.Messages.Sum(message => Count(message, tokenizer))
        + request.Tools.Sum(tool => tokenizer.Count(tool.Name) + tokenizer.Count(tool.Description) + Count(tool.Parameters, tokenizer))
        + Count(request.Format.Schema, tokenizer);

    private static int Count(ChatMessage message, Tokenizer tokenizer) =>
        TokensPerMessage
        + tokenizer.Count(message.Role)
        + tokenizer.Count(message.Text)
        + (message.MediaCount * TokensPerMedia)
        + (message.Name is { } name ? TokensPerName + tokenizer.Count(name) : 0)
        + message.ToolCalls.Sum(call => tokenizer.Count(call.Name) + tokenizer.Count(call.Arguments));

    private static int Count(JsonElement schema, Tokenizer tokenizer) =>
        schema.ValueKind == JsonValueKind.Undefined ? 0 : tokenizer.Count(Encoding.UTF8.GetString(JsonOutput.Build(schema.WriteTo).Span));
}
