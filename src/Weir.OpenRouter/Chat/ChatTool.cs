namespace Weir.OpenRouter;

/// <summary>A tool that the model may call; one that the server runs itself has another type, and its members in <see cref="WireRecord.Extra"/>.</summary>
public sealed record ChatTool : WireRecord
{
    public string Type { get; init; } = "function";
    public ChatToolFunction? Function { get; init; }
}
