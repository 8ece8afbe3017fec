using System.Text;
using Microsoft.AspNetCore.Http;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>A file that is written as it is made.</summary>
internal sealed class Download
{
    private const int FlushAfterBytes = 64 << 10;

    private readonly HttpContext _context;

    /// <param name="context">Whose answer it is.</param>
    /// <param name="name">Its name without the ending, whatever characters it has.</param>
    /// <param name="ending"><c>csv</c>.</param>
    /// <param name="type">Its media type.</param>
    public Download(HttpContext context, string name, string ending, string type)
    {
        _context = context;
        context.Response.ContentType = type;

        // RFC 5987: nothing that anybody calls a dataset can end the header.
        context.Response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(name)}.{ending}";
    }

    public ValueTask WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        var body = _context.Response.BodyWriter;
        bytes.Span.CopyTo(body.GetSpan(bytes.Length));
        body.Advance(bytes.Length);
        if (body.UnflushedBytes > FlushAfterBytes)
        {
            _ = await body.FlushAsync(_context.RequestAborted);
        }
    }
}
