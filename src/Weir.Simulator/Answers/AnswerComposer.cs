using System.Collections.Immutable;
using Weir.Simulator.Chat;
using Weir.Simulator.Faults;
using Weir.Simulator.Text;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Answers;

/// <summary>Writes the answer to a request: the same one for the same conversation and seed.</summary>
internal sealed class AnswerComposer(ChatRequest request, SimulatorModel model, FaultPlan plan, Tokenizer tokenizer)
{
    private const ulong ThoughtSeed = 0x5448_4F55_4748_5453;

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
            Id = new SeededRandom(_seed).Hex(24),
            PromptTokens = promptTokens,
            Choices = [.. Enumerable.Range(0, request.ChoiceCount).Select(index => ComposeChoice(index, mostTokens))],
        };
    }

    private AnswerChoice ComposeChoice(int index, int mostTokens)
    {
        var seed = new SeededRandom(unchecked(_seed + (ulong)index)).NextBits();
        var thought = Think(seed, mostTokens);
        var left = mostTokens - thought.TokenCount;
        if (thought.Truncated || (left == 0 && thought.TokenCount > 0))
        {
            return new AnswerChoice { Index = index, Reasoning = thought.Pieces, FinishReason = "length", TokenCount = thought.TokenCount, Seed = seed };
        }

        var text = new AnswerText(request, _words, new SeededRandom(seed));
        var tools = ToolPicker.Pick(request, _words);
        var choice = tools.IsEmpty ? TextChoice(index, seed, Write(text), left) : ToolChoice(index, seed, tools, text, left);
        return choice with { Reasoning = thought.Pieces, TokenCount = choice.TokenCount + thought.TokenCount };
    }

    // A budget ends the reasoning in good order; only the limit of the whole answer cuts it off.
    private TokenizedText Think(ulong seed, int mostTokens)
    {
        var wish = request.Reasoning;
        if (!wish.IsOn)
        {
            return new TokenizedText([], 0, Truncated: false);
        }

        var text = new ThoughtMaker(_words, new SeededRandom(seed ^ ThoughtSeed)).Think(wish.SentenceCount);
        var cut = tokenizer.Cut(text, Math.Min(wish.Budget ?? int.MaxValue, mostTokens));
        return cut with { Truncated = cut.Truncated && cut.TokenCount >= mostTokens };
    }

    private AnswerChoice TextChoice(int index, ulong seed, string text, int mostTokens)
    {
        var hit = request.Stops.Select(stop => (Stop: stop, At: text.IndexOf(stop, StringComparison.Ordinal))).Where(stop => stop.At >= 0).OrderBy(stop => stop.At).FirstOrDefault();
        var cut = tokenizer.Cut(hit.Stop is null ? text : text[..hit.At], mostTokens);
        var images = cut.Truncated ? [] : Draw(seed);
        return new AnswerChoice
        {
            Index = index,
            Content = cut.Pieces,
            Images = images,
            StopHit = cut.Truncated ? null : hit.Stop,
            FinishReason = cut.Truncated ? "length" : "stop",
            TokenCount = cut.TokenCount + images.Sum(image => image.TokenCount),
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
            var id = ids.Hex(24);
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

    private ImmutableArray<AnswerImage> Draw(ulong seed) =>
        request.WantsImage ? [AnswerImage.Draw(seed)] : [];

    private string Write(AnswerText text)
    {
        var written = text.Write(pointCount: model.Id == "sim/large" ? 4 : 2, new AnswerLength(plan.LeastAnswerTokens, _words.WantedWords), tokenizer.Count);
        return request.Prefill.Length == 0 ? written : PrefilledText.RestOf(written, request.Prefill);
    }
}
