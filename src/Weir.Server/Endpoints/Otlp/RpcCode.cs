namespace Weir.Server.Endpoints.Otlp;

/// <summary>The codes of <c>google.rpc.Status</c> that receiving spans can end with.</summary>
internal enum RpcCode
{
    Ok = 0,
    InvalidArgument = 3,
    ResourceExhausted = 8,
    Unimplemented = 12,
    Unavailable = 14,
    Unauthenticated = 16,
}
