namespace Weir.OpenRouter;

/// <summary>Image generation usage server tool use, as <c>ImagesClient</c> gets it.</summary>
public sealed record ImageGenerationUsageServerToolUse : WireRecord
{
    public long? ToolCallsExecuted { get; init; }

    public long? ToolCallsRequested { get; init; }

    public long? WebSearchRequests { get; init; }
}
