using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Weir.Server.Endpoints.Otlp;

/// <summary>Says in the trailers how a gRPC call ended.</summary>
internal static class GrpcTrailers
{
    public static void Write(HttpResponse response, OtlpRefusal? refusal)
    {
        response.AppendTrailer("grpc-status", ((int)(refusal?.Code ?? RpcCode.Ok)).ToString(CultureInfo.InvariantCulture));
        if (refusal is null)
        {
            return;
        }

        response.AppendTrailer("grpc-message", Escape(refusal.Message));
        if (refusal.RetryAfter is not null)
        {
            // Binary metadata is base64 without padding. Without RetryInfo in it, exporters drop what they were told to keep.
            response.AppendTrailer("grpc-status-details-bin", Convert.ToBase64String(OtlpMessages.Status(refusal, OtlpEncoding.Protobuf)).TrimEnd('='));
        }
    }

    // grpc-message is percent-encoded: everything but printable ASCII, and the percent sign.
    private static string Escape(string message)
    {
        var escaped = new StringBuilder(message.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(message))
        {
            _ = unit is >= 0x20 and <= 0x7e and not (byte)'%' ? escaped.Append((char)unit) : escaped.Append(CultureInfo.InvariantCulture, $"%{unit:X2}");
        }

        return escaped.ToString();
    }
}
