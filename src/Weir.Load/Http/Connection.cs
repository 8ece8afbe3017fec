using System.Net.Sockets;

namespace Weir.Load.Http;

/// <summary>One TCP connection, read and written by callbacks on the thread that waits for all of them.</summary>
/// <remarks>
/// The worker runs with inline completions, so that no other thread is woken for a message: with that, one core asks and answers more than any of the gateways
/// between. What is sent is a buffer of the caller, left alone until <see cref="Sent"/>.
/// </remarks>
internal abstract class Connection : IDisposable
{
    private readonly SocketAsyncEventArgs _send = new();
    private readonly SocketAsyncEventArgs _receive = new();
    private readonly Socket _socket;

    protected Connection(Socket socket, int receiveBytes = 16 * 1024)
    {
        _socket = socket;
        _socket.NoDelay = true;
        _receive.SetBuffer(new byte[receiveBytes]);
        _send.Completed += (_, _) => AfterSend();
        _receive.Completed += (_, _) =>
        {
            if (TakeReceived())
            {
                Receive();
            }
        };
    }

    public void Dispose()
    {
        _socket.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads until the connection ends or <see cref="Received"/> says no.</summary>
    protected void Receive()
    {
        try
        {
            while (!_socket.ReceiveAsync(_receive))
            {
                if (!TakeReceived())
                {
                    return;
                }
            }
        }
        catch (ObjectDisposedException)
        {
            Closed(SocketError.OperationAborted);
        }
    }

    /// <summary>Sends all of it; <see cref="Sent"/> follows, perhaps before this returns.</summary>
    protected void Send(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            _send.SetBuffer(System.Runtime.InteropServices.MemoryMarshal.AsMemory(bytes));
            if (!_socket.SendAsync(_send))
            {
                AfterSend();
            }
        }
        catch (ObjectDisposedException)
        {
            Closed(SocketError.OperationAborted);
        }
    }

    /// <returns>Whether to read on.</returns>
    protected abstract bool Received(ReadOnlySpan<byte> bytes);

    protected abstract void Sent();

    /// <summary>The connection ended; may come more than once.</summary>
    protected abstract void Closed(SocketError why);

    private void AfterSend()
    {
        if (_send.SocketError == SocketError.Success)
        {
            Sent();
        }
        else
        {
            Closed(_send.SocketError);
        }
    }

    private bool TakeReceived()
    {
        if (_receive.SocketError == SocketError.Success && _receive.BytesTransferred > 0)
        {
            return Received(_receive.MemoryBuffer.Span[.._receive.BytesTransferred]);
        }

        Closed(_receive.SocketError == SocketError.Success ? SocketError.ConnectionReset : _receive.SocketError);
        return false;
    }
}
