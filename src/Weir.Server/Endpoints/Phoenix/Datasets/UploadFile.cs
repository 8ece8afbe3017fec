using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>The file of an upload that comes as a form, decompressed.</summary>
/// <param name="Type">Its media type, one that is read.</param>
/// <param name="Bytes">What is in it.</param>
internal sealed record UploadFile(string Type, ReadOnlyMemory<byte> Bytes)
{
    /// <exception cref="GatewayException">413, 422 or 501.</exception>
    public static async Task<UploadFile> ReadAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        var type = section.ContentType?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
        Require(type);
        var encoding = section.Headers is { } headers && headers.TryGetValue(HeaderNames.ContentEncoding, out var given) ? given.ToString() : "";
        return new UploadFile(type, await UploadBody.ReadAsync(section.Body, encoding is "none" ? "" : encoding, cancellationToken));
    }

    public UploadTable ToTable() => Type == "text/csv" ? UploadTable.OfCsv(Bytes.Span) : UploadTable.OfJsonLines(Bytes.Span);

    private static void Require(string type)
    {
        if (type is "application/x-pandas-pyarrow")
        {
            throw new GatewayException(GatewayError.NotBuilt("A PyArrow file; CSV, JSON lines and JSON are read. It"));
        }

        if (type is not ("text/csv" or "application/jsonl" or "application/x-ndjson" or "application/x-jsonlines"))
        {
            throw PhoenixEdge.Unprocessable($"Invalid file content type: '{type}'; it must be text/csv or application/jsonl.");
        }
    }
}
