namespace Weir.Server.Endpoints.Otlp;

/// <summary>In which of its two forms an OTLP message travels.</summary>
internal enum OtlpEncoding
{
    Protobuf,
    Json,
}
