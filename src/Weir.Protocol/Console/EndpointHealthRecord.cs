using System.Text.Json.Serialization;
using Weir.Protocol.Models;

namespace Weir.Protocol.Console;

/// <summary>How one endpoint has done of late. What was not measured is null.</summary>
public sealed record EndpointHealthRecord
{
    /// <summary>Slug of the model.</summary>
    public required string Model { get; init; }

    /// <summary>Display name of the provider.</summary>
    public required string ProviderName { get; init; }

    /// <summary>The endpoint as requests name it: the provider's slug, with a variant, region or tier behind a slash where it has one.</summary>
    public required string Tag { get; init; }

    /// <summary>0 normal, -1 asked later than others, -2 asked last.</summary>
    public required int Status { get; init; }

    /// <summary>Whether it is asked only now and then, because it failed.</summary>
    public required bool IsCircuitOpen { get; init; }

    /// <summary>Failures since the last whole answer; 0: the last answer was whole.</summary>
    public required int FailuresInARow { get; init; }

    /// <summary>How long the provider still wants no calls.</summary>
    public required double? RetryAfterSeconds { get; init; }

    /// <summary>Requests that this server sent there.</summary>
    [JsonPropertyName("requests_last_30m")]
    public required long RequestsLast30m { get; init; }

    /// <summary>Percent of the requests that this server sent there and that went well; those refused for their rate do not count.</summary>
    [JsonPropertyName("uptime_last_5m")]
    public required double? UptimeLast5m { get; init; }

    /// <summary>Percent of the requests that this server sent there and that went well; those refused for their rate do not count.</summary>
    [JsonPropertyName("uptime_last_30m")]
    public required double? UptimeLast30m { get; init; }

    /// <summary>Percent of the requests that this server sent there and that went well; those refused for their rate do not count.</summary>
    [JsonPropertyName("uptime_last_1d")]
    public required double? UptimeLast1d { get; init; }

    /// <summary>Milliseconds to the first token.</summary>
    [JsonPropertyName("latency_last_30m")]
    public required PercentileRecord? LatencyLast30m { get; init; }

    /// <summary>Milliseconds to the first token.</summary>
    [JsonPropertyName("latency_last_1d")]
    public required PercentileRecord? LatencyLast1d { get; init; }

    /// <summary>Output tokens a second; falling, so that 90 % of the answers were at least as fast as <c>p90</c>.</summary>
    [JsonPropertyName("throughput_last_30m")]
    public required PercentileRecord? ThroughputLast30m { get; init; }

    /// <summary>Output tokens a second; falling, so that 90 % of the answers were at least as fast as <c>p90</c>.</summary>
    [JsonPropertyName("throughput_last_1d")]
    public required PercentileRecord? ThroughputLast1d { get; init; }

    /// <summary>Percent of the answers with tool calls whose calls could all be carried out; null for fewer than 200.</summary>
    [JsonPropertyName("tool_success_last_2h")]
    public required double? ToolSuccessLast2h { get; init; }
}
