namespace Weir.OpenInference;

/// <summary>Says which parts of a call are kept out of its span.</summary>
/// <remarks>
/// Each option is what code sets, else what its environment variable says, else its default: <c>new TraceConfig { HideInputs = true }</c>
/// hides inputs and takes everything else from the environment. "Redacted" is the value <see cref="RedactedValue"/>; "dropped" is no attribute.
/// Immutable; any thread.
/// </remarks>
public sealed record TraceConfig
{
    /// <summary>What stands in the place of a hidden value.</summary>
    public const string RedactedValue = "__REDACTED__";

    /// <summary>Characters of a data URI from which on an inline image is replaced, where nothing else is set.</summary>
    public const int DefaultBase64ImageMaxLength = 32_000;

    /// <summary>Reads the <c>OPENINFERENCE_*</c> variables; initializers override them one by one.</summary>
    public TraceConfig()
        : this(Environment.GetEnvironmentVariable)
    {
    }

    internal TraceConfig(Func<string, string?> environment)
    {
        var options = new EnvironmentOptions(environment);
        HideLlmInvocationParameters = options.Flag("OPENINFERENCE_HIDE_LLM_INVOCATION_PARAMETERS");
        HideLlmTools = options.Flag("OPENINFERENCE_HIDE_LLM_TOOLS");
        HideInputs = options.Flag("OPENINFERENCE_HIDE_INPUTS");
        HideOutputs = options.Flag("OPENINFERENCE_HIDE_OUTPUTS");
        HideInputMessages = options.Flag("OPENINFERENCE_HIDE_INPUT_MESSAGES");
        HideOutputMessages = options.Flag("OPENINFERENCE_HIDE_OUTPUT_MESSAGES");
        HideInputText = options.Flag("OPENINFERENCE_HIDE_INPUT_TEXT");
        HideOutputText = options.Flag("OPENINFERENCE_HIDE_OUTPUT_TEXT");
        HideInputImages = options.Flag("OPENINFERENCE_HIDE_INPUT_IMAGES");
        HidePrompts = options.Flag("OPENINFERENCE_HIDE_PROMPTS");
        HideChoices = options.Flag("OPENINFERENCE_HIDE_CHOICES");
        HideEmbeddingsVectors = options.FlagOrNull("OPENINFERENCE_HIDE_EMBEDDINGS_VECTORS") ?? options.Flag("OPENINFERENCE_HIDE_EMBEDDING_VECTORS");
        HideEmbeddingsText = options.Flag("OPENINFERENCE_HIDE_EMBEDDINGS_TEXT");
        Base64ImageMaxLength = options.Count("OPENINFERENCE_BASE64_IMAGE_MAX_LENGTH", DefaultBase64ImageMaxLength);
        BlobUploader = options.Uploader("OPENINFERENCE_BLOB_UPLOADER");
        EnableGenAISemconv = options.Flag("OPENINFERENCE_ENABLE_GENAI_SEMCONV");
    }

    /// <summary>Every option at its default, whatever the environment says.</summary>
    public static TraceConfig IgnoringEnvironment { get; } = new(static _ => null);

    /// <summary>Drops <c>llm.invocation_parameters</c>. <c>OPENINFERENCE_HIDE_LLM_INVOCATION_PARAMETERS</c>, default false.</summary>
    public bool HideLlmInvocationParameters { get; init; }

    /// <summary>Drops <c>llm.tools</c>, and redacts the tools inside <c>input.value</c>. <c>OPENINFERENCE_HIDE_LLM_TOOLS</c>, default false.</summary>
    public bool HideLlmTools { get; init; }

    /// <summary>Redacts <c>input.value</c> and prompts, drops input messages and tools. <c>OPENINFERENCE_HIDE_INPUTS</c>, default false.</summary>
    public bool HideInputs { get; init; }

    /// <summary>Redacts <c>output.value</c> and choices, drops output messages. <c>OPENINFERENCE_HIDE_OUTPUTS</c>, default false.</summary>
    public bool HideOutputs { get; init; }

    /// <summary>Drops input messages. <c>OPENINFERENCE_HIDE_INPUT_MESSAGES</c>, default false.</summary>
    public bool HideInputMessages { get; init; }

    /// <summary>Drops output messages. <c>OPENINFERENCE_HIDE_OUTPUT_MESSAGES</c>, default false.</summary>
    public bool HideOutputMessages { get; init; }

    /// <summary>Redacts the text of input messages; roles and structure stay. <c>OPENINFERENCE_HIDE_INPUT_TEXT</c>, default false.</summary>
    public bool HideInputText { get; init; }

    /// <summary>Redacts the text of output messages, tool arguments included. <c>OPENINFERENCE_HIDE_OUTPUT_TEXT</c>, default false.</summary>
    public bool HideOutputText { get; init; }

    /// <summary>Drops the images of input messages; that there was one stays visible. <c>OPENINFERENCE_HIDE_INPUT_IMAGES</c>, default false.</summary>
    public bool HideInputImages { get; init; }

    /// <summary>Redacts the prompts of legacy completions. <c>OPENINFERENCE_HIDE_PROMPTS</c>, default false.</summary>
    public bool HidePrompts { get; init; }

    /// <summary>Redacts the choices of legacy completions. <c>OPENINFERENCE_HIDE_CHOICES</c>, default false.</summary>
    public bool HideChoices { get; init; }

    /// <summary>Redacts embedding vectors. <c>OPENINFERENCE_HIDE_EMBEDDINGS_VECTORS</c>, or the older <c>OPENINFERENCE_HIDE_EMBEDDING_VECTORS</c>, default false.</summary>
    public bool HideEmbeddingsVectors { get; init; }

    /// <summary>Redacts embedded texts. <c>OPENINFERENCE_HIDE_EMBEDDINGS_TEXT</c>, default false.</summary>
    public bool HideEmbeddingsText { get; init; }

    /// <summary>Longest inline image or audio, in characters of its whole data URI. <c>OPENINFERENCE_BASE64_IMAGE_MAX_LENGTH</c>, default 32,000.</summary>
    public int Base64ImageMaxLength { get; init; }

    /// <summary>Where longer ones go instead of being redacted. Hidden content is never uploaded. <c>OPENINFERENCE_BLOB_UPLOADER</c> names one of <see cref="BlobUploaders"/>, default none.</summary>
    public BlobUploader? BlobUploader { get; init; }

    /// <summary>Writes <c>gen_ai.*</c> attributes beside the OpenInference ones (<see cref="GenAIConversion"/>). <c>OPENINFERENCE_ENABLE_GENAI_SEMCONV</c>, default false.</summary>
    public bool EnableGenAISemconv { get; init; }

    /// <summary>
    /// Hides exactly what the Python package hides. There, what a fine-grained option removes from the messages stays readable in
    /// <c>input.value</c> or <c>output.value</c>; by default it is redacted there too. Code only, default false.
    /// </summary>
    public bool StrictCompatibility { get; init; }

    internal bool HidesInputValue => HideInputs || (!StrictCompatibility
        && (HideInputMessages || HideInputText || HideInputImages || HidePrompts || HideEmbeddingsText));

    internal bool HidesOutputValue => HideOutputs || (!StrictCompatibility
        && (HideOutputMessages || HideOutputText || HideChoices || HideEmbeddingsVectors));

    internal bool HidesNothing => !(HideInputs || HideInputMessages || HideInputText || HideInputImages || HidePrompts || HideEmbeddingsText
        || HideOutputs || HideOutputMessages || HideOutputText || HideChoices || HideEmbeddingsVectors
        || HideLlmInvocationParameters || HideLlmTools);
}
