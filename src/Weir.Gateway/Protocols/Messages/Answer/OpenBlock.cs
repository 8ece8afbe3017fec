namespace Weir.Gateway.Protocols.Messages.Answer;

/// <summary>The block of a stream that is being written.</summary>
/// <param name="Kind"><see cref="PieceKind.Text"/>, <see cref="PieceKind.Thinking"/> or <see cref="PieceKind.ToolCall"/>.</param>
/// <param name="Key">Index of the reasoning or of the tool call.</param>
/// <param name="CallId">Id of the tool call; empty for other blocks.</param>
internal sealed record OpenBlock(PieceKind Kind, long Key, string CallId)
{
    private ArgumentsState _arguments;

    /// <summary>No more text belongs here: it has been signed, or has named its sources.</summary>
    public bool IsSealed { get; set; }

    /// <summary>A tool call whose arguments go on: nothing else can be written before they end.</summary>
    public bool IsUnfinished => Kind == PieceKind.ToolCall && !_arguments.IsComplete;

    public void AddArguments(string piece) => _arguments.Add(piece);

    /// <summary>Whether a piece is more of this block.</summary>
    public bool Continues(in AnswerPiece piece) => piece.Kind switch
    {
        PieceKind.Text => Kind == PieceKind.Text && !IsSealed,
        PieceKind.Citation => Kind == PieceKind.Text,
        PieceKind.Thinking => Kind == PieceKind.Thinking && !IsSealed && IsSameKey(piece.Key),
        PieceKind.Signature => Kind == PieceKind.Thinking && IsSameKey(piece.Key),
        PieceKind.ToolCall => Kind == PieceKind.ToolCall && Key == piece.Key && !IsAnotherCall(piece),
        _ => false,
    };

    // Reasoning without an index is all one.
    private bool IsSameKey(long key) => Key == key || Key < 0 || key < 0;

    // Some servers give all calls the same index; a new id with a name begins a new call.
    private bool IsAnotherCall(in AnswerPiece piece) => piece is { Id: { Length: > 0 } id, Name.Length: > 0 } && id != CallId;
}
