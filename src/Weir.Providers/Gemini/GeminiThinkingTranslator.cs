using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Gemini;

/// <summary>Writes how much a model may think: as a level where it has them, else as a budget in tokens.</summary>
/// <remarks>
/// <code>
/// {"reasoning":{"effort":"high"}}        "thinkingConfig":{"includeThoughts":true,"thinkingLevel":"high"}
/// {"reasoning":{"max_tokens":2000}}      "thinkingConfig":{"includeThoughts":true,"thinkingBudget":2000}
/// </code>
/// </remarks>
internal static class GeminiThinkingTranslator
{
    /// <exception cref="TranslationException">Reasoning is to be off, and the model cannot be without it.</exception>
    public static void Write(Utf8JsonWriter writer, RequestParameters parameters, GeminiModel model)
    {
        if (!model.CanThink || parameters.Reasoning() is not { } reasoning)
        {
            return;
        }

        writer.WriteStartObject("thinkingConfig"u8);
        writer.WriteBoolean("includeThoughts"u8, !reasoning.IsOff && !reasoning.IsHidden);
        if (reasoning.IsOff)
        {
            WriteOff(writer, parameters, model);
        }
        else if (reasoning.Budget is { } budget)
        {
            writer.WriteNumber("thinkingBudget"u8, Math.Clamp(budget, model.LeastBudget, model.LargestBudget));
        }
        else if (reasoning.IsOn)
        {
            WriteEffort(writer, parameters, model, reasoning);
        }

        writer.WriteEndObject();
    }

    // An alias of the latest model takes what comes nearest; a caller who names a model is told.
    private static void WriteOff(Utf8JsonWriter writer, RequestParameters parameters, GeminiModel model)
    {
        if (!model.CanStopThinking && parameters.Call.Request.Model is not ['~', ..])
        {
            throw new TranslationException(
                $"{parameters.Call.Endpoint.UpstreamModel} cannot answer without reasoning. Ask for the effort 'low', or leave 'reasoning' out.");
        }

        if (model.HasThinkingLevels)
        {
            writer.WriteString("thinkingLevel"u8, model.LowestLevel);
            return;
        }

        writer.WriteNumber("thinkingBudget"u8, model.CanStopThinking ? 0 : model.LeastBudget);
    }

    private static void WriteEffort(Utf8JsonWriter writer, RequestParameters parameters, GeminiModel model, ReasoningWish reasoning)
    {
        if (model.HasThinkingLevels)
        {
            writer.WriteString("thinkingLevel"u8, model.LevelOf(reasoning.Effort ?? "medium"));
            return;
        }

        // Without a limit of the answer an effort is a part of the most the model can think.
        var budget = (long)((parameters.OutputLimit ?? model.LargestBudget) * reasoning.Share);
        writer.WriteNumber("thinkingBudget"u8, Math.Clamp(budget, model.LeastBudget, model.LargestBudget));
    }
}
