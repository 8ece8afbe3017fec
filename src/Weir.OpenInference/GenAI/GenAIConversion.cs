using System.Diagnostics;

namespace Weir.OpenInference;

/// <summary>Writes OpenTelemetry's <c>gen_ai.*</c> attributes beside the OpenInference ones of a span, for platforms that read those.</summary>
/// <remarks>Reads what the span has, so what a <see cref="TraceConfig"/> hides or redacts stays hidden and redacted. Chains, retrievers, rerankers and guardrails have no counterpart that is sure.</remarks>
public static class GenAIConversion
{
    private static readonly (string From, string To)[] Copies =
    [
        (LlmAttributes.TokenCountPrompt, "gen_ai.usage.input_tokens"),
        (LlmAttributes.TokenCountCompletion, "gen_ai.usage.output_tokens"),
        (LlmAttributes.TokenCountPromptDetailsCacheRead, "gen_ai.usage.cache_read.input_tokens"),
        (LlmAttributes.TokenCountPromptDetailsCacheWrite, "gen_ai.usage.cache_creation.input_tokens"),
        (LlmAttributes.TokenCountCompletionDetailsReasoning, "gen_ai.usage.reasoning.output_tokens"),
        (SpanAttributes.SessionId, "gen_ai.conversation.id"),
        (SpanAttributes.AgentName, "gen_ai.agent.name"),
    ];

    private static readonly (string From, string To)[] OfTools =
    [
        (ToolAttributes.Name, "gen_ai.tool.name"),
        (ToolAttributes.Description, "gen_ai.tool.description"),
        (ToolAttributes.Id, "gen_ai.tool.call.id"),
        (SpanAttributes.InputValue, "gen_ai.tool.call.arguments"),
        (SpanAttributes.OutputValue, "gen_ai.tool.call.result"),
    ];

    /// <summary>Writes them. To be called once, when everything else has been written and before the span ends.</summary>
    /// <param name="activity">A span with OpenInference attributes; one without <see cref="SpanAttributes.SpanKind"/> is left alone.</param>
    public static void Write(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var tags = new SpanTags(activity);
        if (OperationOf(tags) is not { } operation)
        {
            return;
        }

        activity.SetTag("gen_ai.operation.name", operation);
        Copy(activity, tags, Copies);
        if (operation == "execute_tool")
        {
            Copy(activity, tags, OfTools);
        }
        else
        {
            WriteModel(activity, tags);
            WriteMessages(activity, tags);
        }
    }

    private static string? OperationOf(SpanTags tags) => tags.Text(SpanAttributes.SpanKind) switch
    {
        SpanKinds.Llm => tags.Count(LlmAttributes.Prompts) > 0 ? "text_completion" : "chat",
        SpanKinds.Embedding => "embeddings",
        SpanKinds.Tool => "execute_tool",
        SpanKinds.Agent => "invoke_agent",
        _ => null,
    };

    private static void WriteModel(Activity activity, SpanTags tags)
    {
        SetIf(activity, "gen_ai.provider.name", GenAIProviders.NameOf(tags.Text(LlmAttributes.Provider), tags.Text(LlmAttributes.System)));
        var model = tags.Text(LlmAttributes.ModelName) ?? tags.Text(EmbeddingAttributes.ModelName);
        var parameters = tags.Text(LlmAttributes.InvocationParameters) ?? tags.Text(EmbeddingAttributes.InvocationParameters);
        var asked = GenAIParameters.Write(activity, parameters);
        SetIf(activity, "gen_ai.request.model", tags.Text(LlmAttributes.RequestModelName) ?? asked ?? model);
        if (tags.Text(LlmAttributes.ResponseModelName) is { } answered)
        {
            activity.SetTag("gen_ai.response.model", answered);
        }
        else if (activity.Status != ActivityStatusCode.Error)
        {
            SetIf(activity, "gen_ai.response.model", model);
        }
    }

    private static void WriteMessages(Activity activity, SpanTags tags)
    {
        var finish = tags.Text(LlmAttributes.FinishReason) is { } reason ? reason == "tool_calls" ? "tool_call" : reason : null;
        if (finish is not null)
        {
            activity.SetTag("gen_ai.response.finish_reasons", new[] { finish });
        }

        SetIf(activity, "gen_ai.input.messages", GenAIMessages.Write(tags, LlmAttributes.InputMessages, finishReason: null));
        SetIf(activity, "gen_ai.output.messages", GenAIMessages.Write(tags, LlmAttributes.OutputMessages, finish));
        SetIf(activity, "gen_ai.tool.definitions", GenAITools.Write(tags));
    }

    private static void Copy(Activity activity, SpanTags tags, (string From, string To)[] copies)
    {
        foreach (var (from, to) in copies)
        {
            if (tags.Value(from) is { } value)
            {
                activity.SetTag(to, value);
            }
        }
    }

    private static void SetIf(Activity activity, string name, string? value)
    {
        if (value is not null)
        {
            activity.SetTag(name, value);
        }
    }
}
