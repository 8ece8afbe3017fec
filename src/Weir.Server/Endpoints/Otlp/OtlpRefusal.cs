namespace Weir.Server.Endpoints.Otlp;

/// <summary>Why a whole request is refused, in the terms of both transports.</summary>
/// <param name="Status">Of the HTTP answer.</param>
/// <param name="Code">Of the gRPC answer, and in the body of the HTTP one.</param>
/// <param name="Message">What was wrong and what to do, for people.</param>
/// <param name="RetryAfter">When the same request may succeed; null when it never will.</param>
internal sealed record OtlpRefusal(int Status, RpcCode Code, string Message, TimeSpan? RetryAfter = null)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    public static OtlpRefusal NoKey { get; } = new(
        401, RpcCode.Unauthenticated, "No valid key. Send Authorization: Bearer <key>, or the key in the api_key header; it must be active.");

    public static OtlpRefusal Busy { get; } = new(503, RpcCode.Unavailable, "Too many spans are being received at once. Try again.", Soon);

    public static OtlpRefusal NotStored { get; } = new(503, RpcCode.Unavailable, "The spans could not be stored. None was; try again.", Soon);

    public static OtlpRefusal TooLarge(long limitBytes) => new(
        413, RpcCode.ResourceExhausted, $"The request is larger than {limitBytes >> 20} MiB after decompression. Send smaller batches.");

    public static OtlpRefusal Malformed(string message) => new(400, RpcCode.InvalidArgument, message);

    public static OtlpRefusal Unsupported(string message) => new(415, RpcCode.InvalidArgument, message);
}
