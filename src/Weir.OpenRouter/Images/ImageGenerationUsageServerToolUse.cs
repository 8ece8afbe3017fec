namespace Weir.OpenRouter;

/// <summary>What tools of the server did on the way to an image.</summary>
public sealed record ImageGenerationUsageServerToolUse : WireRecord
{
    /// <summary>Calls that ran and gave a result.</summary>
    public long? ToolCallsExecuted { get; init; }

    /// <summary>Calls that the model wanted; those that the provider runs by itself are not among them.</summary>
    public long? ToolCallsRequested { get; init; }

    /// <summary>Searches of the web; most are in <see cref="ToolCallsRequested"/> too, so do not add them up.</summary>
    public long? WebSearchRequests { get; init; }
}
