using System.Text.Json;

namespace Weir.Cli.Demo;

/// <summary>A span as the API returns it, with the attributes that the demo prints.</summary>
internal sealed record DemoSpan
{
    public required string Id { get; init; }
    public required string? ParentId { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public required string Status { get; init; }
    public required DateTimeOffset Start { get; init; }
    public required DateTimeOffset End { get; init; }
    public required JsonElement Attributes { get; init; }

    public static DemoSpan Of(JsonElement span) => new()
    {
        Id = span.GetProperty("context").GetProperty("span_id").GetString()!,
        ParentId = span.GetProperty("parent_id").GetString(),
        Name = span.GetProperty("name").GetString()!,
        Kind = span.GetProperty("span_kind").GetString()!,
        Status = span.GetProperty("status_code").GetString()!,
        Start = span.GetProperty("start_time").GetDateTimeOffset(),
        End = span.GetProperty("end_time").GetDateTimeOffset(),
        Attributes = span.GetProperty("attributes").Clone(),
    };

    /// <summary>An attribute as text; null when the span lacks it.</summary>
    public string? Attribute(string key) => Attributes.TryGetProperty(key, out var value) ? value.ToString() : null;
}
