namespace Weir.Providers.OpenAiCompatible;

/// <summary>How a provider is told about reasoning.</summary>
internal enum ReasoningStyle
{
    /// <summary>In the caller's own members.</summary>
    AsWritten,

    /// <summary>Not at all: the model does not reason, or not otherwise than it does.</summary>
    Unsaid,

    /// <summary><c>{"reasoning_effort":"high"}</c></summary>
    Effort,

    /// <summary><c>{"thinking":{"type":"enabled"},"reasoning_effort":"high"}</c></summary>
    Thinking,

    /// <summary><c>{"reasoning_effort":"default","reasoning_format":"parsed"}</c>; without the format, thoughts come inside the text.</summary>
    ParsedFormat,

    /// <summary><c>{"reasoning_effort":"low","include_reasoning":true}</c></summary>
    EffortAndInclude,
}
