namespace Weir.OpenRouter;

/// <summary>Content filter entry, as <c>GuardrailsClient</c> gets it.</summary>
public sealed record ContentFilterEntry : WireRecord
{
    /// <summary>One of <c>redact</c>, <c>block</c>, <c>flag</c>.</summary>
    public string? Action { get; init; }

    public string? Label { get; init; }

    public string? Pattern { get; init; }
}
