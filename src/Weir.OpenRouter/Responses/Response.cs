using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>A response of the Responses API.</summary>
public sealed record Response : WireRecord
{
    /// <summary>Its id. Responses are not stored, so nothing can be got by it later.</summary>
    public string? Id { get; init; }
    /// <summary>One of <c>completed</c>, <c>incomplete</c>, <c>failed</c>, <c>in_progress</c>, <c>cancelled</c>, <c>queued</c>.</summary>
    public string? Status { get; init; }
    /// <summary>Slug of the model that answered, which may be another one than was asked for.</summary>
    public string? Model { get; init; }
    /// <summary>What the model said, thought and called, in order.</summary>
    public IReadOnlyList<ResponseItem>? Output { get; init; }
    /// <summary>Why it failed; null if it did not.</summary>
    public JsonElement? Error { get; init; }
    /// <summary>Why it is incomplete; null if it is not.</summary>
    public JsonElement? IncompleteDetails { get; init; }
    /// <summary>What it used and cost; null until it is over.</summary>
    public ResponseUsage? Usage { get; init; }
    /// <summary>When it was made, in seconds since 1970.</summary>
    public decimal? CreatedAt { get; init; }

    /// <summary>All that the model said, in one text.</summary>
    public string OutputText() => string.Concat(
        (Output ?? []).SelectMany(static item => item.Content ?? []).Where(static part => part.Type == "output_text").Select(static part => part.Text));
}
