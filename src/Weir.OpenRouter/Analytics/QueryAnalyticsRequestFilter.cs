using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>A condition that rows of a query must meet.</summary>
public sealed record QueryAnalyticsRequestFilter : WireRecord
{
    /// <summary>A dimension that <c>GET /analytics/meta</c> names.</summary>
    public required string Field { get; init; }

    /// <summary>True also takes rows without a value; only for <c>in</c> and <c>not_in</c>.</summary>
    public bool? IncludeUnset { get; init; }

    /// <summary>One of <c>eq</c>, <c>neq</c>, <c>in</c>, <c>not_in</c>, <c>gt</c>, <c>gte</c>, <c>lt</c>, <c>lte</c>.</summary>
    public required string Operator { get; init; }

    /// <summary>
    /// One value, or a list for <c>in</c> and <c>not_in</c>. By id even where the rows show a label: hash or number of a key, UUID of a workspace, permaslug
    /// of a model.
    /// </summary>
    public required JsonElement Value { get; init; }
}
