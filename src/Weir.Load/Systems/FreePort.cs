using System.Net;
using System.Net.Sockets;

namespace Weir.Load.Systems;

/// <summary>Finds a port on loopback that nobody listens on.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
