using OpenTelemetry.Exporter;

namespace Weir.OpenInference.Otel;

/// <summary>Turns what a user writes as an endpoint into the address and protocol of the exporter.</summary>
internal static class OtlpEndpoint
{
    private const string TracesPath = "/v1/traces";
    private const int GrpcPort = 4317;

    /// <summary>Reads the endpoint.</summary>
    /// <exception cref="ArgumentException">It is not an absolute http or https address.</exception>
    public static Uri Parse(string endpoint)
    {
        if (Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
        {
            return uri;
        }

        throw new ArgumentException($"The endpoint '{endpoint}' is not an http or https address; one that would work is http://127.0.0.1:8400.", nameof(endpoint));
    }

    public static (Uri Endpoint, OtlpExportProtocol Protocol) Resolve(Uri endpoint, OtlpTransport transport)
    {
        var isGrpc = transport == OtlpTransport.Grpc || (transport == OtlpTransport.Infer && endpoint.Port == GrpcPort && endpoint.AbsolutePath == "/");
        if (isGrpc)
        {
            // The method is the path; what a user adds for HTTP (https://otlp.arize.com/v1) is not part of it.
            return (new Uri(endpoint.GetLeftPart(UriPartial.Authority)), OtlpExportProtocol.Grpc);
        }

        return (new UriBuilder(endpoint) { Path = AppendTraces(endpoint.AbsolutePath.TrimEnd('/')) }.Uri, OtlpExportProtocol.HttpProtobuf);
    }

    private static string AppendTraces(string path)
    {
        if (path.EndsWith(TracesPath, StringComparison.Ordinal))
        {
            return path;
        }

        return path.EndsWith("/v1", StringComparison.Ordinal) ? path + "/traces" : path + TracesPath;
    }
}
