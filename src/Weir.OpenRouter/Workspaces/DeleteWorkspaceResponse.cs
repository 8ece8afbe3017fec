namespace Weir.OpenRouter;

/// <summary>Says that a workspace is deleted.</summary>
public sealed record DeleteWorkspaceResponse : WireRecord
{
    /// <summary>True; a failure is an <see cref="OpenRouterException"/>.</summary>
    public bool? Deleted { get; init; }
}
