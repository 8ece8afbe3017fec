using System.Collections.Immutable;
using Weir.Simulator.Chat;
using Weir.Simulator.Text;

namespace Weir.Simulator.Answers;

/// <summary>Decides which of the offered tools an answer calls: those whose name or description shares words with the prompt.</summary>
internal static class ToolPicker
{
    private const int MostParallelCalls = 3;
    private static readonly char[] WordBreaks = [' ', '_', '-', '.', ',', ':', '/'];

    /// <summary>The tools to call, in order; none means answering in text.</summary>
    public static ImmutableArray<ChatTool> Pick(ChatRequest request, PromptWords words)
    {
        if (request.Tools.IsEmpty || !MayCall(request))
        {
            return [];
        }

        if (request.ToolChoice.Name is { } name)
        {
            return [request.Tools.First(tool => tool.Name == name)];
        }

        var fitting = request.Tools.Where(tool => Fits(tool, words)).Take(request.ParallelToolCalls ? MostParallelCalls : 1).ToImmutableArray();
        return fitting.IsEmpty ? [request.Tools[0]] : fitting;
    }

    private static bool MayCall(ChatRequest request) => request.ToolChoice.Mode switch
    {
        ToolChoiceMode.None => false,
        ToolChoiceMode.Auto => request.Messages[^1].Role == "user",
        _ => true,
    };

    private static bool Fits(ChatTool tool, PromptWords words)
    {
        // get_weather and getWeather are both about the weather.
        var name = string.Concat(tool.Name.Select(letter => char.IsUpper(letter) ? $" {letter}" : letter.ToString()));
        var described = $"{name} {tool.Description}".Split(WordBreaks, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return words.Topics.Any(described.Contains);
    }
}
