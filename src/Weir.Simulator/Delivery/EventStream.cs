using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Weir.Simulator.Delivery;

/// <summary>A response of events, each on its way before the next is written.</summary>
internal sealed class EventStream(HttpResponse response, StreamFraming framing)
{
    private bool _begun;

    public void Begin()
    {
        response.ContentType = framing == StreamFraming.JsonArray ? "application/json; charset=utf-8" : "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-cache, no-transform";

        // Proxies in between would otherwise collect events.
        response.Headers["X-Accel-Buffering"] = "no";
    }

    public async Task SendAsync(StreamEvent item, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var output = response.BodyWriter;
        if (framing == StreamFraming.JsonArray)
        {
            output.Write(_begun ? ",\r\n"u8 : "["u8);
            output.Write(item.Data.Span);
        }
        else
        {
            WriteEvent(output, item);
        }

        _begun = true;
        await output.FlushAsync(ct);
    }

    /// <summary>What the framing itself needs to be whole.</summary>
    public async Task EndAsync(CancellationToken ct)
    {
        if (framing == StreamFraming.JsonArray)
        {
            response.BodyWriter.Write(_begun ? "]"u8 : "[]"u8);
            await response.BodyWriter.FlushAsync(ct);
        }
    }

    private static void WriteEvent(IBufferWriter<byte> output, StreamEvent item)
    {
        if (item.Name is { } name)
        {
            output.Write("event: "u8);
            output.Write(Encoding.UTF8.GetBytes(name));
            output.Write("\n"u8);
        }

        output.Write("data: "u8);
        output.Write(item.Data.Span);
        output.Write("\n\n"u8);
    }
}
