using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Weir.Server.Composition;

/// <summary>Where OTLP over gRPC is really received; known once the server has started.</summary>
internal sealed class OtlpGrpcBinding
{
    private ListenOptions? _listen;

    /// <summary>An address that a program on this machine can send to; null when it is off.</summary>
    public string? Address => _listen?.IPEndPoint is { } bound ? $"http://{new IPEndPoint(Reachable(bound.Address), bound.Port)}" : null;

    public void Listen(ListenOptions listen) => _listen = listen;

    private static IPAddress Reachable(IPAddress bound) => bound.Equals(IPAddress.Any) || bound.Equals(IPAddress.IPv6Any) ? IPAddress.Loopback : bound;
}
