namespace Weir.Protocol.Activity;

/// <summary>An answer that says no more than that something was done.</summary>
public sealed record SuccessRecord
{
    /// <summary>Always true: what went wrong is answered with an error.</summary>
    public bool Success { get; init; } = true;
}
