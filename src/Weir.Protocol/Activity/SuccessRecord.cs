namespace Weir.Protocol.Activity;

/// <summary>An answer that says no more than that something was done.</summary>
public sealed record SuccessRecord
{
    public bool Success { get; init; } = true;
}
