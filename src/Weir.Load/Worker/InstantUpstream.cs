using System.Net;
using System.Net.Sockets;

namespace Weir.Load.Worker;

/// <summary>A provider that answers at once, always the same: what is behind every gateway here, so that time is the gateway's.</summary>
internal sealed class InstantUpstream : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly PacedStreams _paced = new();
    private readonly SocketAsyncEventArgs _accept = new();

    public InstantUpstream()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(4096);
        _accept.Completed += (_, _) => Accept(first: true);
        Accept(first: false);
    }

    /// <summary>Where it listens, on loopback.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public void Dispose()
    {
        _listener.Dispose();
        _paced.Dispose();
        _accept.Dispose();
    }

    private void Accept(bool first)
    {
        var has = first;
        while (true)
        {
            if (has && _accept.SocketError == SocketError.Success)
            {
                new UpstreamConnection(_accept.AcceptSocket!, _paced).Start();
            }
            else if (has && _accept.SocketError == SocketError.OperationAborted)
            {
                return;
            }

            _accept.AcceptSocket = null;
            try
            {
                if (_listener.AcceptAsync(_accept))
                {
                    return;
                }
            }
            catch (ObjectDisposedException)
            {
                return;
            }

            has = true;
        }
    }
}
