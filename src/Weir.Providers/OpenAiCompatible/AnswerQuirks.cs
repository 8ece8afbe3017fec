namespace Weir.Providers.OpenAiCompatible;

/// <summary>What a provider puts into answers where the internal form has another place for it.</summary>
/// <remarks>Reasoning under its other name is no quirk: it is read of every provider.</remarks>
[Flags]
internal enum AnswerQuirks
{
    None = 0,

    /// <summary><c>&lt;think&gt;</c> at the beginning of the text.</summary>
    ThinkTags = 1,

    /// <summary>Content as a list of parts, some of them thoughts.</summary>
    ContentParts = 2,

    /// <summary><c>{"x_groq":{"usage":{}}}</c></summary>
    VendorUsage = 4,

    /// <summary><c>{"citations":["https://…"],"search_results":[{"title":"…","url":"https://…"}]}</c></summary>
    Citations = 8,

    /// <summary>An event of its own, without choices, for the filter's opinion of the prompt.</summary>
    PromptFilter = 16,
}
