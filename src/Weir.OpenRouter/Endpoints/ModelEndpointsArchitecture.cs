namespace Weir.OpenRouter;

/// <summary>What a model reads and writes.</summary>
public sealed record ModelEndpointsArchitecture : WireRecord
{
    /// <summary>What it reads: of <c>text</c>, <c>image</c>, <c>file</c>, <c>audio</c>, <c>video</c>.</summary>
    public IReadOnlyList<string>? InputModalities { get; init; }

    /// <summary>Form of its prompts, such as <c>chatml</c> or <c>llama3</c>; null where that is not known or does not matter.</summary>
    public string? InstructType { get; init; }

    /// <summary>Both in one text, such as <c>text+image-&gt;text</c>; null if not said.</summary>
    public string? Modality { get; init; }

    /// <summary>
    /// What it makes: of <c>text</c>, <c>image</c>, <c>embeddings</c>, <c>audio</c>, <c>video</c>, <c>rerank</c>, <c>speech</c>, <c>transcription</c>.
    /// </summary>
    public IReadOnlyList<string>? OutputModalities { get; init; }

    /// <summary>Family of its tokenizer, such as <c>GPT</c>, <c>Claude</c> or <c>Other</c>; null if not said.</summary>
    public string? Tokenizer { get; init; }
}
