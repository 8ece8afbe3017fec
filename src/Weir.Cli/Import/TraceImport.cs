using System.Globalization;
using System.Text.Json;

namespace Weir.Cli.Import;

/// <summary>Sends the requests of a file to a server, in their order, each when the one before is stored.</summary>
/// <remarks>What is stored already is left as it is, so that an import that broke off is simply run again.</remarks>
internal sealed class TraceImport(SpanSender sender, TextWriter progress, TimeProvider time)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    private long _requests;
    private long _rejected;
    private long _said;

    /// <summary>Imports a file; the number of spans that the server refused.</summary>
    /// <exception cref="IOException">The server refused or cannot be reached; the message says why.</exception>
    /// <exception cref="InvalidDataException">The file is not one of OTLP, or is cut off; what stood before is imported.</exception>
    public async Task<long> RunAsync(string path, CancellationToken cancellationToken)
    {
        using var file = OtlpFile.Open(path);
        _said = time.GetTimestamp();
        await foreach (var message in file.ReadAsync(cancellationToken))
        {
            await SendAsync(message, cancellationToken);
            if (time.GetElapsedTime(_said) > BetweenLines)
            {
                _said = time.GetTimestamp();
                await SayAsync(string.Create(CultureInfo.InvariantCulture, $"{100.0 * message.Position / Math.Max(1, file.Length):0} % of {file.Length >> 20:N0} MiB, {_requests:N0} requests"));
            }
        }

        if (_requests == 0)
        {
            throw new InvalidDataException($"{path} holds no request of spans.");
        }

        await SayAsync(string.Create(CultureInfo.InvariantCulture, $"{path}: {_requests:N0} {(_requests == 1 ? "request" : "requests")} of spans stored, {_rejected:N0} {(_rejected == 1 ? "span" : "spans")} refused"));
        return _rejected;
    }

    private async Task SendAsync(OtlpMessage message, CancellationToken cancellationToken)
    {
        var answer = await sender.SendAsync(message, cancellationToken);
        _requests++;
        if (Refused(answer, message.IsJson) is { } refused)
        {
            _rejected += refused.Spans;
            await SayAsync(refused.Message);
        }
    }

    private Task SayAsync(string line) => progress.WriteLineAsync(line);

    // {"partialSuccess":{"rejectedSpans":"2","errorMessage":"…"}}, or the same in protobuf: null when all were taken.
    private static (long Spans, string Message)? Refused(byte[] answer, bool isJson)
    {
        if (!isJson)
        {
            return answer.Length == 0 ? null : PartialSuccess.Read(answer);
        }

        return JsonElement.Parse(answer) is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("partialSuccess", out var partial)
            ? (long.Parse(partial.GetProperty("rejectedSpans").GetString()!, CultureInfo.InvariantCulture), partial.GetProperty("errorMessage").GetString()!)
            : null;
    }
}
