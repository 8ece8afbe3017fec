namespace Weir.OpenRouter;

/// <summary>A filter of one's own in a guardrail.</summary>
public sealed record ContentFilterEntry : WireRecord
{
    /// <summary>What happens to a find. One of <c>redact</c> (replaced by <see cref="Label"/>), <c>block</c> (403), <c>flag</c> (only noted).</summary>
    public string? Action { get; init; }

    /// <summary>What takes its place, and what the error names it by, 100 characters at most; null gives it none.</summary>
    public string? Label { get; init; }

    /// <summary>Regular expression in the manner of JavaScript, not empty; lookaround and references back are refused with 400.</summary>
    public string? Pattern { get; init; }
}
