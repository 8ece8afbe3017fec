using System.Security.Cryptography;
using System.Text.Json;

namespace Weir.Gateway.Protocols.Messages.Answer;

/// <summary>One piece of an answer, in the order in which it came.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">A text as it was received, or the whole object of reasoning and citations; of a tool call its arguments, or nothing.</param>
/// <param name="Key">Index of the reasoning or of the tool call; below 0 when it has none.</param>
internal readonly record struct AnswerPiece(PieceKind Kind, JsonElement Value, long Key = AnswerPiece.NoKey)
{
    public const long NoKey = -1;

    /// <summary>Id of a tool call; null when this piece does not say.</summary>
    public string? Id { get; init; }

    /// <summary>Name of the called tool; null when this piece does not say.</summary>
    public string? Name { get; init; }

    /// <summary>An id for a call whose server gave it none.</summary>
    public static string NewCallId() => $"toolu_{RandomNumberGenerator.GetHexString(24, lowercase: true)}";

    public bool HasValue => Value.ValueKind != JsonValueKind.Undefined;

    /// <summary>The same piece, apart from the chunk that brought it.</summary>
    public AnswerPiece Detach() => HasValue ? this with { Value = Value.Clone() } : this;
}
