namespace Weir.Tracing.Content;

/// <summary>The lists of a span's content that other conventions may fill.</summary>
internal sealed record ContentLists
{
    public required IndexedList<MessageDraft> Inputs { get; init; }
    public required IndexedList<MessageDraft> Outputs { get; init; }

    /// <summary>Whether OpenInference says what went in.</summary>
    public required bool HasInputs { get; init; }

    /// <summary>Whether OpenInference says what came out.</summary>
    public required bool HasOutputs { get; init; }

    public required IndexedList<ToolDraft> Tools { get; init; }
}
