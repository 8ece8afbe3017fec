using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;

namespace Weir.Server.Endpoints.OpenApi;

/// <summary>An operation of the API, as the description tells of it.</summary>
/// <param name="Method">In lower case.</param>
/// <param name="Path">Below <c>/api/v1</c>, with its parameters in braces.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Access">Who may.</param>
internal sealed record ApiOperation(string Method, string Path, string Summary, ApiAccess Access)
{
    public ImmutableArray<ApiParameter> Query { get; init; } = [];

    /// <summary>The body it takes; null: none.</summary>
    public ApiBody? Body { get; init; }

    /// <summary>The status of success.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The record it answers with; null: an object whose members the description does not list.</summary>
    public JsonTypeInfo? Answer { get; init; }

    /// <summary>What else it can answer with than JSON.</summary>
    public ImmutableArray<string> OtherMediaTypes { get; init; } = [];
}
