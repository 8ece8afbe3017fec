using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>A condition on one tag of a classifier.</summary>
public sealed record QueryAnalyticsRequestClassifierFiltersFilter : WireRecord
{
    /// <summary>Dimension of the classifier, in snake_case, such as <c>department</c>.</summary>
    public required string Field { get; init; }

    /// <summary>One of <c>eq</c>, <c>neq</c>, <c>in</c>, <c>not_in</c>: tags are texts and have no order.</summary>
    public required string Operator { get; init; }

    /// <summary>A text or number for <c>eq</c> and <c>neq</c>, a list for <c>in</c> and <c>not_in</c>.</summary>
    public required JsonElement Value { get; init; }
}
