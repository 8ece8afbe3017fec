namespace Weir.Protocol.Models;

/// <summary>What a model takes and gives.</summary>
public sealed record ArchitectureRecord
{
    public required IReadOnlyList<string> InputModalities { get; init; }
    public required IReadOnlyList<string> OutputModalities { get; init; }

    /// <summary><c>text+image->text</c>.</summary>
    public required string Modality { get; init; }

    /// <summary>Model family.</summary>
    public required string Tokenizer { get; init; }

    public string? InstructType { get; init; }
}
