using System.Collections.Immutable;
using Weir.Simulator.Chat;
using Weir.Simulator.Faults;
using Weir.Simulator.Text;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Answers;

/// <summary>Writes the answer to a request: the same one for the same conversation and seed.</summary>
internal sealed class AnswerComposer(ChatRequest request, SimulatorModel model, FaultPlan plan, Tokenizer tokenizer)
{
    private readonly PromptWords _words = PromptWords.Of(request.Messages.LastOrDefault(message => message.Role == "user")?.Text ?? "");
    private readonly ulong _seed = ConversationSeed.Of(request, model.Id);

    /// <exception cref="RefusalException">The prompt is longer than the context, or a schema cannot be met.</exception>
    public Answer Compose()
    {
        var promptTokens = PromptCounter.Count(request, tokenizer);
        var room = model.ContextLength - promptTokens;
        if (room < 1)
        {
            throw JsonFields.Refuse(
                $"This model's maximum context length is {model.ContextLength} tokens. However, your messages resulted in {promptTokens} tokens. Please reduce the length of the messages.",
                "messages",
                "context_length_exceeded");
        }

        var mostTokens = Math.Min(request.MaxTokens ?? int.MaxValue, room);
        return new Answer
        {
            Id = "chatcmpl-" + new SeededRandom(_seed).Hex(24),
            PromptTokens = promptTokens,
            Choices = [.. Enumerable.Range(0, request.ChoiceCount).Select(index => ComposeChoice(index, mostTokens))],
        };
    }

    private AnswerChoice ComposeChoice(int index, int mostTokens)
    {
        var seed = new SeededRandom(unchecked(_seed + (ulong)index)).NextBits();
        var text = new AnswerText(request, _words, new SeededRandom(seed));
        var tools = ToolPicker.Pick(request, _words);
        return tools.IsEmpty ? TextChoice(index, seed, Write(text), mostTokens) : ToolChoice(index, seed, tools, text, mostTokens);
    }

    private AnswerChoice TextChoice(int index, ulong seed, string text, int mostTokens)
    {
        var end = request.Stops.Select(stop => text.IndexOf(stop, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(text.Length).Min();
        var cut = tokenizer.Cut(text[..end], mostTokens);
        return new AnswerChoice
        {
            Index = index,
            Content = cut.Pieces,
            FinishReason = cut.Truncated ? "length" : "stop",
            TokenCount = cut.TokenCount,
            Seed = seed,
        };
    }

    private AnswerChoice ToolChoice(int index, ulong seed, ImmutableArray<ChatTool> tools, AnswerText text, int mostTokens)
    {
        var ids = new SeededRandom(~seed);
        var calls = ImmutableArray.CreateBuilder<AnswerToolCall>();
        var left = mostTokens;
        var truncated = false;
        foreach (var tool in tools)
        {
            var id = "call_" + ids.Hex(24);
            var nameTokens = tokenizer.Count(tool.Name);
            if (nameTokens >= left)
            {
                truncated = true;
                break;
            }

            var arguments = tokenizer.Cut(text.Arguments(tool), left - nameTokens);
            calls.Add(new AnswerToolCall(id, tool.Name, nameTokens, arguments.Pieces));
            left -= nameTokens + arguments.TokenCount;
            truncated |= arguments.Truncated;
        }

        return new AnswerChoice
        {
            Index = index,
            ToolCalls = calls.ToImmutable(),
            FinishReason = truncated ? "length" : "tool_calls",
            TokenCount = mostTokens - left,
            Seed = seed,
        };
    }

    private string Write(AnswerText text) => text.Write(
        pointCount: model.Id == "sim/large" ? 4 : 2, new AnswerLength(plan.LeastAnswerTokens, _words.WantedWords), tokenizer.Count);
}
