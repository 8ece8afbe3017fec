namespace Weir.OpenInference.Otel;

/// <summary>How spans are sent.</summary>
public enum OtlpTransport
{
    /// <summary>By the endpoint: gRPC for port 4317 without a path, HTTP for everything else.</summary>
    Infer,

    /// <summary>OTLP over HTTP with protobuf, to <c>/v1/traces</c>.</summary>
    HttpProtobuf,

    /// <summary>OTLP over gRPC.</summary>
    Grpc,
}
