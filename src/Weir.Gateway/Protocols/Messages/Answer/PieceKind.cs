namespace Weir.Gateway.Protocols.Messages.Answer;

/// <summary>What a piece of an answer is.</summary>
internal enum PieceKind
{
    Text,
    Thinking,
    Signature,

    /// <summary>Thinking of Claude that only its provider can read.</summary>
    Redacted,

    /// <summary>Reasoning of another provider that has no form in this protocol.</summary>
    Foreign,

    Citation,
    ToolCall,
}
