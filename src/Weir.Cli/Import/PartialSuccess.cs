using System.Text;

namespace Weir.Cli.Import;

/// <summary>Reads the protobuf answer to a request that was taken in part.</summary>
/// <remarks><c>ExportTraceServiceResponse { partial_success = 1 { int64 rejected_spans = 1; string error_message = 2 } }</c></remarks>
internal static class PartialSuccess
{
    private const int RejectedSpans = 1 << 3;
    private const int ErrorMessage = (2 << 3) | 2;

    /// <exception cref="IOException">It is not such an answer.</exception>
    public static (long Spans, string Message) Read(ReadOnlySpan<byte> answer)
    {
        var at = 1;
        _ = Number(answer, ref at);
        var (spans, message) = (0L, "");
        while (at < answer.Length)
        {
            switch (answer[at++])
            {
                case RejectedSpans:
                    spans = Number(answer, ref at);
                    break;
                case ErrorMessage:
                    var length = (int)Number(answer, ref at);
                    message = Encoding.UTF8.GetString(answer[at..(at + length)]);
                    at += length;
                    break;
                default:
                    throw new IOException("The server's answer is not one of OTLP.");
            }
        }

        return (spans, message);
    }

    private static long Number(ReadOnlySpan<byte> answer, ref int at)
    {
        var number = 0L;
        for (var shift = 0; at < answer.Length; shift += 7)
        {
            var next = answer[at++];
            number |= (long)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                break;
            }
        }

        return number;
    }
}
