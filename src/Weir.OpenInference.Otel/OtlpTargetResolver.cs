using System.Collections.Immutable;

namespace Weir.OpenInference.Otel;

/// <summary>Finds out where spans go; what <see cref="ArizeOtel"/> and <see cref="PhoenixOtel"/> have in common.</summary>
internal static class OtlpTargetResolver
{
    public static OtlpTarget Resolve(OtlpTargetRequest request, OtelOptions options, OtelEnvironment environment)
    {
        var isOtlp = string.IsNullOrWhiteSpace(request.Endpoint);
        var text = Require(isOtlp ? environment.First(OtelEnvironment.OtlpEndpoints) : request.Endpoint, request.EndpointVariable);
        var (endpoint, protocol) = OtlpEndpoint.Resolve(OtlpEndpoint.Parse(text), isOtlp ? TransportFrom(options, environment) : options.Transport);

        // Headers of the OTLP variables belong to their endpoint: they may hold the key of another vendor.
        var headers = isOtlp ? environment.Headers("OTEL_EXPORTER_OTLP_TRACES_HEADERS", "OTEL_EXPORTER_OTLP_HEADERS") : ImmutableDictionary<string, string>.Empty;
        return new OtlpTarget
        {
            Endpoint = endpoint,
            Protocol = protocol,
            ProjectName = string.IsNullOrWhiteSpace(request.ProjectName) ? "default" : request.ProjectName,
            Headers = headers.WithComparers(StringComparer.OrdinalIgnoreCase).SetItems(options.Headers).SetItems(request.Authentication),
        };
    }

    public static ImmutableDictionary<string, string> Bearer(string? apiKey) => string.IsNullOrEmpty(apiKey)
        ? ImmutableDictionary<string, string>.Empty
        : ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase).Add("authorization", "Bearer " + apiKey);

    private static string Require(string? endpoint, string variable) => endpoint ?? throw new ArgumentException(
        $"There is no endpoint to send spans to. Pass endpoint, or set {variable} or OTEL_EXPORTER_OTLP_ENDPOINT, for example to http://127.0.0.1:8400.",
        nameof(endpoint));

    private static OtlpTransport TransportFrom(OtelOptions options, OtelEnvironment environment)
    {
        if (options.Transport != OtlpTransport.Infer)
        {
            return options.Transport;
        }

        return environment.First("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL") switch
        {
            "grpc" => OtlpTransport.Grpc,
            "http/protobuf" => OtlpTransport.HttpProtobuf,
            _ => OtlpTransport.Infer,
        };
    }
}
