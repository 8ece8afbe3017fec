namespace Weir.OpenRouter;

/// <summary>Content filter builtin entry, as <c>GuardrailsClient</c> gets it.</summary>
public sealed record ContentFilterBuiltinEntry : WireRecord
{
    /// <summary>One of <c>redact</c>, <c>block</c>, <c>flag</c>.</summary>
    public string? Action { get; init; }

    public string? Label { get; init; }

    /// <summary>One of <c>user_only</c>, <c>all_messages</c>.</summary>
    public string? ScanScope { get; init; }

    public string? Slug { get; init; }
}
