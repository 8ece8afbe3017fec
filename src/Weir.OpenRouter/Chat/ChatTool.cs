namespace Weir.OpenRouter;

/// <summary>A tool that the model may call; one that the server runs itself has another type, and its members in <see cref="WireRecord.Extra"/>.</summary>
public sealed record ChatTool : WireRecord
{
    /// <summary><c>function</c>, or the kind of a tool that the server runs, such as <c>openrouter:web_search</c>.</summary>
    public string Type { get; init; } = "function";
    /// <summary>What the model is told of the function; null for tools that the server runs.</summary>
    public ChatToolFunction? Function { get; init; }
}
