using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>A page of the places that traces are sent to.</summary>
public sealed record ListObservabilityDestinationsResponse : WireRecord
{
    /// <summary>One JSON object a place; what <c>config</c> holds depends on its <c>type</c>, with secrets masked.</summary>
    public IReadOnlyList<JsonElement>? Data { get; init; }

    /// <summary>How many places there are on all pages.</summary>
    public long? TotalCount { get; init; }
}
