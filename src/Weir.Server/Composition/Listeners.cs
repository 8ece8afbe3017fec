using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Weir.Server.Configuration;

namespace Weir.Server.Composition;

/// <summary>Binds the server's addresses: HTTP/1.1 for everything, HTTP/2 without TLS for OTLP over gRPC.</summary>
internal static class Listeners
{
    public static void Bind(KestrelServerOptions kestrel, WeirServerOptions options, OtlpGrpcBinding otlpGrpc)
    {
        BindHttp(kestrel, options);
        if (options.OtlpGrpc is { Url: { } grpc } && (options.OtlpGrpc.IsRequired || IsFree(grpc, options.Warn)))
        {
            Listen(kestrel, grpc, listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                otlpGrpc.Listen(listen);
            });
        }
    }

    /// <summary>The addresses of HTTP/1.1 alone.</summary>
    public static void BindHttp(KestrelServerOptions kestrel, WeirServerOptions options)
    {
        foreach (var url in Split(options.Urls).Concat(Split(options.OtlpHttpUrls)))
        {
            Listen(kestrel, url, listen => listen.Protocols = HttpProtocols.Http1);
        }
    }

    /// <summary>A server that asks for no keys answers this machine alone.</summary>
    /// <exception cref="ConfigurationException">It would be reachable from elsewhere.</exception>
    public static void RefuseOpenToOthers(WeirServerOptions options, ServerMode mode)
    {
        var open = Split(options.Urls).Concat(Split(options.OtlpHttpUrls)).FirstOrDefault(url => AddressesOf(Parse(url)) is not { } ip || !IPAddress.IsLoopback(ip));
        if (mode == ServerMode.Bare && open is not null)
        {
            throw new ConfigurationException([
                $"mode \"bare\" asks for no keys, so it serves this machine alone, but {open} can be reached from others. Bind to http://127.0.0.1:PORT, or choose mode \"governed\".",
            ]);
        }
    }

    private static string[] Split(string? urls) => (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void Listen(KestrelServerOptions kestrel, string url, Action<ListenOptions> configure)
    {
        var address = Parse(url);
        if (AddressesOf(address) is { } ip)
        {
            kestrel.Listen(ip, address.Port, configure);
            return;
        }

        kestrel.ListenAnyIP(address.Port, configure);
    }

    private static BindingAddress Parse(string url)
    {
        var address = BindingAddress.Parse(url);
        return address.Scheme == "http"
            ? address
            : throw new FormatException($"'{url}' cannot be served: Weir speaks plain HTTP; put a reverse proxy in front for https.");
    }

    // Null: all addresses, as for http://*:8400.
    private static IPAddress? AddressesOf(BindingAddress address)
    {
        if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip))
        {
            return ip;
        }

        return string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback : null;
    }

    // The default port is a convenience: somebody else's collector on it is no reason not to start.
    private static bool IsFree(string url, Action<string> warn)
    {
        var address = Parse(url);
        using var probe = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Bind(new IPEndPoint(AddressesOf(address) ?? IPAddress.Any, address.Port));
            return true;
        }
        catch (SocketException)
        {
            warn($"{url} is taken: OTLP over gRPC is off. OTLP over HTTP is on the main address; --otlp-grpc URL chooses another port, --otlp-grpc none silences this.");
            return false;
        }
    }
}
