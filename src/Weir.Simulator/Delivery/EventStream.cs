using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Weir.Simulator.Delivery;

/// <summary>A response of server-sent events, each on its way before the next is written.</summary>
internal sealed class EventStream(HttpResponse response)
{
    public static readonly ReadOnlyMemory<byte> Done = "[DONE]"u8.ToArray();

    public void Begin()
    {
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-cache, no-transform";

        // Proxies in between would otherwise collect events.
        response.Headers["X-Accel-Buffering"] = "no";
    }

    public async Task SendAsync(ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        response.BodyWriter.Write("data: "u8);
        response.BodyWriter.Write(data.Span);
        response.BodyWriter.Write("\n\n"u8);
        await response.BodyWriter.FlushAsync(ct);
    }
}
