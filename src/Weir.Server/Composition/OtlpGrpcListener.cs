namespace Weir.Server.Composition;

/// <summary>Where OTLP over gRPC listens, and what a busy port means.</summary>
/// <param name="Url">Null: nowhere.</param>
/// <param name="IsRequired">True when the operator named it: then a busy port stops the start.</param>
public sealed record OtlpGrpcListener(string? Url, bool IsRequired)
{
    public static OtlpGrpcListener Default { get; } = new("http://127.0.0.1:4317", IsRequired: false);

    public static OtlpGrpcListener None { get; } = new(null, IsRequired: false);
}
