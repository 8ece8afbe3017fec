namespace Weir.OpenRouter;

/// <summary>What <c>ScimClient</c> gets: delete scim group mapping response.</summary>
public sealed record DeleteScimGroupMappingResponse : WireRecord
{
    public bool? Deleted { get; init; }
}
