namespace Weir.Protocol;

/// <summary>The answer to a deletion: <c>{"deleted": true}</c>.</summary>
public sealed record DeletedResponse
{
    public bool Deleted { get; init; } = true;
}
