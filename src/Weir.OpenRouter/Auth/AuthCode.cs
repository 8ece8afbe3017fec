namespace Weir.OpenRouter;

/// <summary>Auth code, as <c>AuthClient</c> gets it.</summary>
public sealed record AuthCode : WireRecord
{
    public long? AppId { get; init; }

    /// <summary>Point in time, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    public string? Id { get; init; }
}
