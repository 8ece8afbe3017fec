using System.Buffers;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;
using Weir.Server.Endpoints.Otlp;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Reads bodies and files of uploads, compressed or not, up to a limit that counts for what they inflate to as well.</summary>
internal static class UploadBody
{
    /// <summary>The most bytes, before and after inflating.</summary>
    public const int LargestBody = 64 << 20;

    private const int FirstBuffer = 64 << 10;

    /// <summary>The stream of a request's body, which may be as large as the limit.</summary>
    public static Stream Open(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestBody;
        }

        return context.Request.Body;
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <exception cref="GatewayException">413: it is too large. 422: it is not compressed as it says, or not UTF-8.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, string encoding, CancellationToken cancellationToken)
    {
        await using var plain = OtlpCompression.Inflate(stream, encoding)
            ?? throw PhoenixEdge.Unprocessable($"Content-Encoding '{encoding}' is not one of gzip, deflate.");
        var buffer = new ArrayBufferWriter<byte>(FirstBuffer);
        try
        {
            while (await plain.ReadAsync(buffer.GetMemory(FirstBuffer), cancellationToken) is > 0 and var read)
            {
                buffer.Advance(read);
                if (buffer.WrittenCount > LargestBody)
                {
                    throw new GatewayException(GatewayError.Client(
                        GatewayErrorCode.PayloadTooLarge, $"The upload inflates to more than {LargestBody >> 20} MiB. Send it in several, with the action append."));
                }
            }
        }
        catch (InvalidDataException broken)
        {
            throw PhoenixEdge.Unprocessable($"The upload is not {encoding}: {broken.Message}");
        }

        return Utf8.IsValid(buffer.WrittenSpan) ? buffer.WrittenMemory : throw PhoenixEdge.Unprocessable("The upload is not valid UTF-8.");
    }
}
