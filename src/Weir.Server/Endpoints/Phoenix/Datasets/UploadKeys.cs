using System.Collections.Immutable;
using Weir.Gateway.Pipeline;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Which columns of a file are what of its examples.</summary>
internal sealed record UploadKeys
{
    public ImmutableArray<string> Input { get; init; } = [];
    public ImmutableArray<string> Output { get; init; } = [];
    public ImmutableArray<string> Metadata { get; init; } = [];

    /// <summary>Columns whose values are names of splits.</summary>
    public ImmutableArray<string> Splits { get; init; } = [];

    /// <summary>Columns whose values are objects that give their members to the side they are on.</summary>
    public ImmutableArray<string> Flattened { get; init; } = [];

    public string? SpanId { get; init; }
    public string? ExampleId { get; init; }

    /// <exception cref="GatewayException">422: a column is not there.</exception>
    public void Require(IReadOnlySet<string> names)
    {
        Require("input", Input, names);
        Require("output", Output, names);
        Require("metadata", Metadata, names);
        Require("split", Splits, names);
        Require("span_id", SpanId is null ? [] : [SpanId], names);
        Require("example_id", ExampleId is null ? [] : [ExampleId], names);
    }

    private static void Require(string what, ImmutableArray<string> keys, IReadOnlySet<string> names)
    {
        var missing = keys.Where(key => !names.Contains(key)).ToArray();
        if (missing.Length > 0)
        {
            throw PhoenixEdge.Unprocessable($"{what} keys not found in column headers: {string.Join(", ", missing.Select(key => $"'{key}'"))}");
        }
    }
}
