using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>What <c>ObservabilityClient</c> gets: list observability destinations response.</summary>
public sealed record ListObservabilityDestinationsResponse : WireRecord
{
    public IReadOnlyList<JsonElement>? Data { get; init; }

    public long? TotalCount { get; init; }
}
