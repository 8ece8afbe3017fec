namespace Weir.Providers.OpenAiCompatible;

/// <summary>How a provider is told that a conversation ends in the beginning of an answer, for the model to go on from.</summary>
internal enum PrefillMark
{
    /// <summary>Not at all, as far as is known.</summary>
    Unknown,

    /// <summary>Nothing is said: it goes on from whatever the assistant said last.</summary>
    Plain,

    /// <summary>The message carries <c>prefix: true</c>; always, for without it such a conversation is an error there.</summary>
    Prefix,

    /// <summary>The message carries <c>prefix: true</c>, at the address of features under test alone.</summary>
    BetaPrefix,

    /// <summary>The request carries <c>continue_final_message: true</c> and <c>add_generation_prompt: false</c>.</summary>
    FinalMessage,
}
