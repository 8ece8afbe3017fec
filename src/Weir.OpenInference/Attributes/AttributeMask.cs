namespace Weir.OpenInference;

/// <summary>Decides by its name whether an attribute is written, redacted or dropped.</summary>
/// <remarks>
/// The rule numbers are those of the mask algorithm of the Python package. Its substring tests are prefix tests here: no key holds
/// one of these names anywhere else. Where <see cref="TraceConfig.StrictCompatibility"/> is off, a hidden piece is hidden everywhere.
/// </remarks>
internal static class AttributeMask
{
    public static MaskAction For(TraceConfig config, string key)
    {
        if (config.HidesNothing)
        {
            return MaskAction.Keep;
        }

        if (key.StartsWith("llm.", StringComparison.Ordinal))
        {
            return ForLlm(config, key);
        }

        if (key.StartsWith(EmbeddingAttributes.Embeddings, StringComparison.Ordinal))
        {
            return ForEmbedding(config, key);
        }

        return ForValue(config, key);
    }

    private static MaskAction ForLlm(TraceConfig config, string key)
    {
        if (key.StartsWith(LlmAttributes.InputMessages, StringComparison.Ordinal))
        {
            return config.HideInputs || config.HideInputMessages ? MaskAction.Drop : ForInputMessage(config, key); // 5, 9, 10
        }

        if (key.StartsWith(LlmAttributes.OutputMessages, StringComparison.Ordinal))
        {
            return config.HideOutputs || config.HideOutputMessages ? MaskAction.Drop : ForOutputMessage(config, key); // 7, 9
        }

        if (string.Equals(key, LlmAttributes.InvocationParameters, StringComparison.Ordinal)) // 1
        {
            return config.HideLlmInvocationParameters ? MaskAction.Drop : MaskAction.Keep;
        }

        return ForLlmList(config, key);
    }

    private static MaskAction ForLlmList(TraceConfig config, string key)
    {
        if (key.StartsWith(LlmAttributes.Tools, StringComparison.Ordinal)) // 2
        {
            return config.HideInputs || config.HideLlmTools ? MaskAction.Drop : MaskAction.Keep;
        }

        if (key.StartsWith(LlmAttributes.Prompts, StringComparison.Ordinal)) // 6
        {
            return config.HideInputs || config.HidePrompts ? MaskAction.Redact : MaskAction.Keep;
        }

        if (key.StartsWith(LlmAttributes.Choices, StringComparison.Ordinal)) // 8
        {
            return config.HideOutputs || config.HideChoices ? MaskAction.Redact : MaskAction.Keep;
        }

        return MaskAction.Keep;
    }

    private static MaskAction ForInputMessage(TraceConfig config, string key)
    {
        if (config.HideInputText && IsText(config, key))
        {
            return MaskAction.Redact;
        }

        return config.HideInputImages && IsPicture(config, key) ? MaskAction.Drop : MaskAction.Keep;
    }

    private static MaskAction ForOutputMessage(TraceConfig config, string key) =>
        config.HideOutputText && IsText(config, key) ? MaskAction.Redact : MaskAction.Keep;

    private static MaskAction ForEmbedding(TraceConfig config, string key) // 12
    {
        if (key.EndsWith(EmbeddingAttributes.Vector, StringComparison.Ordinal))
        {
            return config.HideEmbeddingsVectors || (config.HideOutputs && !config.StrictCompatibility) ? MaskAction.Redact : MaskAction.Keep;
        }

        if (key.EndsWith(EmbeddingAttributes.Text, StringComparison.Ordinal))
        {
            return config.HideEmbeddingsText || (config.HideInputs && !config.StrictCompatibility) ? MaskAction.Redact : MaskAction.Keep;
        }

        return MaskAction.Keep;
    }

    private static MaskAction ForValue(TraceConfig config, string key) => key switch // 3, 4
    {
        SpanAttributes.InputValue => config.HidesInputValue ? MaskAction.Redact : MaskAction.Keep,
        SpanAttributes.OutputValue => config.HidesOutputValue ? MaskAction.Redact : MaskAction.Keep,
        SpanAttributes.InputMimeType => config.HidesInputValue ? MaskAction.Drop : MaskAction.Keep,
        SpanAttributes.OutputMimeType => config.HidesOutputValue ? MaskAction.Drop : MaskAction.Keep,
        _ => MaskAction.Keep,
    };

    private static bool IsText(TraceConfig config, string key)
    {
        if (key.EndsWith(MessageAttributes.Content, StringComparison.Ordinal) || key.EndsWith(MessageContentAttributes.Text, StringComparison.Ordinal))
        {
            return true;
        }

        // Arguments quote the conversation and audio speaks it; the references write both.
        return !config.StrictCompatibility
            && (key.EndsWith(ToolCallAttributes.FunctionArgumentsJson, StringComparison.Ordinal)
                || key.EndsWith(MessageAttributes.FunctionCallArgumentsJson, StringComparison.Ordinal)
                || key.Contains(MessageContentAttributes.Audio, StringComparison.Ordinal)
                || key.EndsWith(MessageContentAttributes.EncryptedContent, StringComparison.Ordinal)
                || key.EndsWith(MessageContentAttributes.Data, StringComparison.Ordinal));
    }

    private static bool IsPicture(TraceConfig config, string key) =>
        key.Contains(MessageContentAttributes.Image, StringComparison.Ordinal)
        || (!config.StrictCompatibility && key.Contains(MessageContentAttributes.Video, StringComparison.Ordinal));
}
