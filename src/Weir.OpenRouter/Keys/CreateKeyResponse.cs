namespace Weir.OpenRouter;

/// <summary>A key that was made.</summary>
public sealed record CreateKeyResponse : WireRecord
{
    /// <summary>What is known of it.</summary>
    public ApiKey? Data { get; init; }

    /// <summary>Its text, <c>sk-or-v1-…</c>. Keep it: it is never shown again.</summary>
    public string? Key { get; init; }
}
