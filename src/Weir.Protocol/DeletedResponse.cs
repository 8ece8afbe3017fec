namespace Weir.Protocol;

/// <summary>The answer to a deletion: <c>{"deleted": true}</c>.</summary>
public sealed record DeletedResponse
{
    /// <summary>Always true: what cannot be deleted is answered with an error.</summary>
    public bool Deleted { get; init; } = true;
}
