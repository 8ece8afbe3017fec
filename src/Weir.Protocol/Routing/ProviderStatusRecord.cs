using System.Text.Json.Serialization;
using Weir.Protocol.Models;

namespace Weir.Protocol.Routing;

/// <summary>A provider of the catalogue: whether it is switched on, and how its endpoints have done of late.</summary>
public sealed record ProviderStatusRecord
{
    /// <summary>Name in requests and in the configuration, lower case.</summary>
    public required string Slug { get; init; }

    /// <summary>Display name, as other records say it in <c>provider_name</c>.</summary>
    public required string Name { get; init; }

    /// <summary>False: an operator switched it off, and no request is routed to it.</summary>
    public required bool IsEnabled { get; init; }

    /// <summary>ISO 8601, UTC; null while it is on.</summary>
    public required string? DisabledAt { get; init; }

    /// <summary>Why, in the operator's words; null: none was given, or it is on.</summary>
    public required string? DisabledReason { get; init; }

    /// <summary>Whether the server has no credential for it: only those of callers' own can be used.</summary>
    public required bool IsByokOnly { get; init; }

    /// <summary>Host of its address; null for callers without a management key.</summary>
    public required string? Host { get; init; }

    /// <summary>Models of the catalogue that it answers, each once.</summary>
    public required int Models { get; init; }

    /// <summary>Endpoints of the catalogue that are at it.</summary>
    public required int Endpoints { get; init; }

    /// <summary>Endpoints that are asked only now and then, because they failed.</summary>
    public required int OpenCircuits { get; init; }

    /// <summary>Requests of all its endpoints.</summary>
    [JsonPropertyName("requests_last_30m")]
    public required long RequestsLast30m { get; init; }

    /// <summary>Percent of the requests of its endpoints that went well, each weighed by its requests; null: there were none.</summary>
    [JsonPropertyName("uptime_last_30m")]
    public required double? UptimeLast30m { get; init; }

    /// <summary>Percentiles of its busiest endpoint: those of several cannot be added up.</summary>
    [JsonPropertyName("latency_last_30m")]
    public required PercentileRecord? LatencyLast30m { get; init; }

    /// <summary>Output tokens a second of the same endpoint; falling, so that 90 % of the answers were at least as fast as <c>p90</c>.</summary>
    [JsonPropertyName("throughput_last_30m")]
    public required PercentileRecord? ThroughputLast30m { get; init; }

    /// <summary>Address of its privacy policy; null: the catalogue does not say.</summary>
    public required string? PrivacyPolicyUrl { get; init; }

    /// <summary>Address of its terms of service; null: the catalogue does not say.</summary>
    public required string? TermsOfServiceUrl { get; init; }

    /// <summary>Address where it tells of its outages; null: the catalogue does not say.</summary>
    public required string? StatusPageUrl { get; init; }

    /// <summary>What it does with prompts, as the catalogue says.</summary>
    public required ProviderDataPolicyRecord DataPolicy { get; init; }
}
