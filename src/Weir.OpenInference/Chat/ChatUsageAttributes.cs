using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Writes token counts and cost of a reply's <c>usage</c>; zeros are written, nulls are not.</summary>
internal static class ChatUsageAttributes
{
    public static void Write(AttributeSink sink, JsonElement usage)
    {
        SetCount(sink, LlmAttributes.TokenCountPrompt, usage, "prompt_tokens"u8, "input_tokens"u8);
        SetCount(sink, LlmAttributes.TokenCountCompletion, usage, "completion_tokens"u8, "output_tokens"u8);
        SetCount(sink, LlmAttributes.TokenCountTotal, usage, "total_tokens"u8);
        if (JsonRead.TryGetObject(usage, "prompt_tokens_details"u8, out var prompt) || JsonRead.TryGetObject(usage, "input_tokens_details"u8, out prompt))
        {
            SetCount(sink, LlmAttributes.TokenCountPromptDetailsCacheRead, prompt, "cached_tokens"u8);
            SetCount(sink, LlmAttributes.TokenCountPromptDetailsCacheWrite, prompt, "cache_write_tokens"u8);
            SetCount(sink, LlmAttributes.TokenCountPromptDetailsAudio, prompt, "audio_tokens"u8);
        }

        if (JsonRead.TryGetObject(usage, "completion_tokens_details"u8, out var completion)
            || JsonRead.TryGetObject(usage, "output_tokens_details"u8, out completion))
        {
            SetCount(sink, LlmAttributes.TokenCountCompletionDetailsReasoning, completion, "reasoning_tokens"u8);
            SetCount(sink, LlmAttributes.TokenCountCompletionDetailsAudio, completion, "audio_tokens"u8);
        }

        SetUsd(sink, LlmAttributes.CostTotal, usage, "cost"u8);
        if (JsonRead.TryGetObject(usage, "cost_details"u8, out var cost))
        {
            SetUsd(sink, LlmAttributes.CostPrompt, cost, "upstream_inference_prompt_cost"u8);
            SetUsd(sink, LlmAttributes.CostPrompt, cost, "upstream_inference_input_cost"u8);
            SetUsd(sink, LlmAttributes.CostCompletion, cost, "upstream_inference_completions_cost"u8);
            SetUsd(sink, LlmAttributes.CostCompletion, cost, "upstream_inference_output_cost"u8);
        }
    }

    // Chat says prompt and completion, everything younger says input and output.
    private static void SetCount(AttributeSink sink, string key, JsonElement parent, ReadOnlySpan<byte> name, ReadOnlySpan<byte> otherName = default)
    {
        if (JsonRead.TryGetInteger(parent, name, out var count) || (!otherName.IsEmpty && JsonRead.TryGetInteger(parent, otherName, out count)))
        {
            sink.Set(key, count);
        }
    }

    // Read as decimal, so that 0.1 stays 0.1; written as double, the only fraction that OTLP knows.
    private static void SetUsd(AttributeSink sink, string key, JsonElement parent, ReadOnlySpan<byte> name)
    {
        if (JsonRead.TryGetProperty(parent, name, out var cost) && cost.ValueKind == JsonValueKind.Number && cost.TryGetDecimal(out var usd))
        {
            sink.Set(key, (double)usd);
        }
    }
}
