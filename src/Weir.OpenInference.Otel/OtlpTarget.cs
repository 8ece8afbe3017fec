using System.Collections.Immutable;
using OpenTelemetry.Exporter;

namespace Weir.OpenInference.Otel;

/// <summary>Where spans go, resolved from arguments and environment.</summary>
internal sealed record OtlpTarget
{
    public required Uri Endpoint { get; init; }

    public required OtlpExportProtocol Protocol { get; init; }

    public required ImmutableDictionary<string, string> Headers { get; init; }

    public required string ProjectName { get; init; }
}
