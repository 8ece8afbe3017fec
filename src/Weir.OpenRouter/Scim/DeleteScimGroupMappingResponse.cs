namespace Weir.OpenRouter;

/// <summary>Says that a group of a directory no longer belongs to a workspace.</summary>
public sealed record DeleteScimGroupMappingResponse : WireRecord
{
    /// <summary>True; a failure is an <see cref="OpenRouterException"/>.</summary>
    public bool? Deleted { get; init; }
}
