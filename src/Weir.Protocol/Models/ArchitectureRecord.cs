namespace Weir.Protocol.Models;

/// <summary>What a model takes and gives.</summary>
public sealed record ArchitectureRecord
{
    /// <summary>What it takes, of <c>text</c>, <c>image</c>, <c>audio</c>, <c>video</c> and <c>file</c>.</summary>
    public required IReadOnlyList<string> InputModalities { get; init; }

    /// <summary>
    /// What it gives, of <c>text</c>, <c>image</c>, <c>audio</c>, <c>embeddings</c>, <c>video</c>, <c>rerank</c>, <c>speech</c> and <c>transcription</c>.
    /// </summary>
    public required IReadOnlyList<string> OutputModalities { get; init; }

    /// <summary><c>text+image->text</c>.</summary>
    public required string Modality { get; init; }

    /// <summary>Model family.</summary>
    public required string Tokenizer { get; init; }

    /// <summary>Format of instructions that the model was trained with, such as <c>chatml</c>; null: not known.</summary>
    public string? InstructType { get; init; }
}
