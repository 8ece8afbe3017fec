namespace Weir.OpenInference;

/// <summary>Attribute names of LLM spans.</summary>
/// <remarks>Python's <c>SpanAttributes.LLM_*</c>. Details are parts of their parent, never additions to it.</remarks>
public static class LlmAttributes
{
    /// <summary>Product or API family, one of <see cref="LlmSystems"/> or a custom value.</summary>
    public const string System = "llm.system";

    /// <summary>Who hosts the model, one of <see cref="LlmProviders"/> or a custom value.</summary>
    public const string Provider = "llm.provider";

    /// <summary>The model the API reported, else the requested one.</summary>
    public const string ModelName = "llm.model_name";

    /// <summary>The requested model, only where it can differ from the answering one.</summary>
    public const string RequestModelName = "llm.request.model_name";

    /// <summary>The answering model, only where it can differ from the requested one.</summary>
    public const string ResponseModelName = "llm.response.model_name";

    /// <summary>JSON text of the request parameters without messages and tools.</summary>
    public const string InvocationParameters = "llm.invocation_parameters";

    /// <summary>List prefix; elements are <see cref="MessageAttributes"/>.</summary>
    public const string InputMessages = "llm.input_messages";

    /// <summary>List prefix; elements are <see cref="MessageAttributes"/>.</summary>
    public const string OutputMessages = "llm.output_messages";

    /// <summary>List prefix; elements are <see cref="ToolAttributes.JsonSchema"/>.</summary>
    public const string Tools = "llm.tools";

    /// <summary>JSON text. Deprecated by the conventions.</summary>
    public const string FunctionCall = "llm.function_call";

    /// <summary>Why choice 0 ended.</summary>
    public const string FinishReason = "llm.finish_reason";

    /// <summary>List prefix of legacy completions; elements are <see cref="PromptAttributes.Text"/>.</summary>
    public const string Prompts = "llm.prompts";

    /// <summary>List prefix of legacy completions; elements are <see cref="ChoiceAttributes.CompletionText"/>.</summary>
    public const string Choices = "llm.choices";

    /// <summary>Template text with <c>{name}</c> placeholders.</summary>
    public const string PromptTemplate = "llm.prompt_template.template";

    /// <summary>JSON text of the values put into the template.</summary>
    public const string PromptTemplateVariables = "llm.prompt_template.variables";

    /// <summary>Version of the template.</summary>
    public const string PromptTemplateVersion = "llm.prompt_template.version";

    /// <summary>Input tokens, all details included.</summary>
    public const string TokenCountPrompt = "llm.token_count.prompt";

    /// <summary>Open prefix: parts of <see cref="TokenCountPrompt"/>.</summary>
    public const string TokenCountPromptDetails = "llm.token_count.prompt_details";

    /// <summary>Input tokens read from a cache.</summary>
    public const string TokenCountPromptDetailsCacheRead = "llm.token_count.prompt_details.cache_read";

    /// <summary>Input tokens written to a cache.</summary>
    public const string TokenCountPromptDetailsCacheWrite = "llm.token_count.prompt_details.cache_write";

    /// <summary>Input tokens that were cached; in the packages, not in the specification.</summary>
    public const string TokenCountPromptDetailsCacheInput = "llm.token_count.prompt_details.cache_input";

    /// <summary>Audio input tokens.</summary>
    public const string TokenCountPromptDetailsAudio = "llm.token_count.prompt_details.audio";

    /// <summary>Output tokens, all details included.</summary>
    public const string TokenCountCompletion = "llm.token_count.completion";

    /// <summary>Open prefix: parts of <see cref="TokenCountCompletion"/>.</summary>
    public const string TokenCountCompletionDetails = "llm.token_count.completion_details";

    /// <summary>Output tokens spent on reasoning.</summary>
    public const string TokenCountCompletionDetailsReasoning = "llm.token_count.completion_details.reasoning";

    /// <summary>Audio output tokens.</summary>
    public const string TokenCountCompletionDetailsAudio = "llm.token_count.completion_details.audio";

    /// <summary>Input and output tokens.</summary>
    public const string TokenCountTotal = "llm.token_count.total";

    /// <summary>US dollars for the input.</summary>
    public const string CostPrompt = "llm.cost.prompt";

    /// <summary>Open prefix: parts of <see cref="CostPrompt"/>.</summary>
    public const string CostPromptDetails = "llm.cost.prompt_details";

    /// <summary>US dollars for uncached input.</summary>
    public const string CostPromptDetailsInput = "llm.cost.prompt_details.input";

    /// <summary>US dollars for input read from a cache.</summary>
    public const string CostPromptDetailsCacheRead = "llm.cost.prompt_details.cache_read";

    /// <summary>US dollars for input written to a cache.</summary>
    public const string CostPromptDetailsCacheWrite = "llm.cost.prompt_details.cache_write";

    /// <summary>US dollars for cached input.</summary>
    public const string CostPromptDetailsCacheInput = "llm.cost.prompt_details.cache_input";

    /// <summary>US dollars for audio input.</summary>
    public const string CostPromptDetailsAudio = "llm.cost.prompt_details.audio";

    /// <summary>US dollars for the output.</summary>
    public const string CostCompletion = "llm.cost.completion";

    /// <summary>Open prefix: parts of <see cref="CostCompletion"/>.</summary>
    public const string CostCompletionDetails = "llm.cost.completion_details";

    /// <summary>US dollars for plain output.</summary>
    public const string CostCompletionDetailsOutput = "llm.cost.completion_details.output";

    /// <summary>US dollars for reasoning.</summary>
    public const string CostCompletionDetailsReasoning = "llm.cost.completion_details.reasoning";

    /// <summary>US dollars for audio output.</summary>
    public const string CostCompletionDetailsAudio = "llm.cost.completion_details.audio";

    /// <summary>US dollars for the whole call.</summary>
    public const string CostTotal = "llm.cost.total";
}
