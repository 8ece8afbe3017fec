namespace Weir.OpenRouter;

/// <summary>Content filter builtin entry input, as <c>GuardrailsClient</c> sends it.</summary>
public sealed record ContentFilterBuiltinEntryInput : WireRecord
{
    /// <summary>One of <c>redact</c>, <c>block</c>, <c>flag</c>.</summary>
    public required string Action { get; init; }

    public string? Label { get; init; }

    /// <summary>One of <c>user_only</c>, <c>all_messages</c>.</summary>
    public string? ScanScope { get; init; }

    public required string Slug { get; init; }
}
