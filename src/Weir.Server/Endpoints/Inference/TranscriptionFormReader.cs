using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;

namespace Weir.Server.Endpoints.Inference;

/// <summary>Writes a form with an audio file as the JSON that the same operation takes, so that there is one form of it inside.</summary>
/// <remarks>
/// <code>file=@talk.wav; model=acme/ear; language=en
/// {"model":"acme/ear","language":"en","input_audio":{"data":"UklGRg…","format":"wav"}}</code>
/// </remarks>
internal static class TranscriptionFormReader
{
    private const int LargestFile = 25 * 1024 * 1024;
    private const int LongestText = 64 * 1024;
    private const int MostParts = 32;

    private static readonly string[] Formats = ["json", "verbose_json"];

    /// <exception cref="GatewayException">400 or 413.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(ReadOnlyMemory<byte> body, string boundary, CancellationToken cancellationToken)
    {
        var form = new Form();
        try
        {
            var reader = new MultipartReader(boundary, StreamOf(body));
            for (var parts = 0; await reader.ReadNextSectionAsync(cancellationToken) is { } section; parts++)
            {
                if (parts == MostParts)
                {
                    throw Invalid($"The form has more than {MostParts} parts.");
                }

                await form.AddAsync(section, cancellationToken);
            }
        }
        catch (Exception wrong) when (wrong is IOException or InvalidDataException)
        {
            throw Invalid($"The form cannot be read: {wrong.Message}");
        }

        return form.ToJson();
    }

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> body) =>
        MemoryMarshal.TryGetArray(body, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(body.ToArray());

    private static GatewayException Invalid(string message) => new(GatewayError.Client(GatewayErrorCode.InvalidRequest, message));

    private sealed class Form
    {
        private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
        private readonly List<string> _granularities = [];
        private byte[]? _file;
        private string _format = "";

        public async Task AddAsync(MultipartSection section, CancellationToken cancellationToken)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                throw Invalid("A part of the form has no Content-Disposition.");
            }

            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            if (name == "file")
            {
                _file = await ReadAsync(section.Body, LargestFile, cancellationToken)
                    ?? throw new GatewayException(GatewayError.Client(
                        GatewayErrorCode.PayloadTooLarge,
                        $"The file is larger than {LargestFile / (1024 * 1024)} MiB. Send it as JSON: {{\"input_audio\": {{\"data\": \"<base64>\", \"format\": \"…\"}}}}."));
                _format = FormatOf(HeaderUtilities.RemoveQuotes(disposition.FileName).ToString(), section.ContentType);
                return;
            }

            var bytes = await ReadAsync(section.Body, LongestText, cancellationToken) ?? throw Invalid($"'{name}' is longer than {LongestText} bytes.");
            var text = System.Text.Encoding.UTF8.GetString(bytes);
            if (name is "timestamp_granularities[]" or "timestamp_granularities")
            {
                _granularities.Add(text);
                return;
            }

            _texts[name] = text;
        }

        public ReadOnlyMemory<byte> ToJson()
        {
            var file = _file ?? throw Invalid("'file' is missing. Send the audio as a part of the form named 'file'.");
            var buffer = new ArrayBufferWriter<byte>((file.Length / 3 * 4) + 1024);
            using var writer = new Utf8JsonWriter(buffer);
            writer.WriteStartObject();
            foreach (var (name, text) in _texts.Where(entry => entry.Key is "model" or "language" or "user"))
            {
                writer.WriteString(name, text);
            }

            WriteResponseFormat(writer);
            WriteTemperature(writer);
            if (_granularities.Count > 0)
            {
                writer.WriteStartArray("timestamp_granularities"u8);
                _granularities.ForEach(writer.WriteStringValue);
                writer.WriteEndArray();
            }

            writer.WriteStartObject("input_audio"u8);
            writer.WriteBase64String("data"u8, file);
            writer.WriteString("format"u8, _format);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.Flush();
            return buffer.WrittenMemory;
        }

        private void WriteResponseFormat(Utf8JsonWriter writer)
        {
            if (!_texts.TryGetValue("response_format", out var format))
            {
                return;
            }

            if (!Formats.Contains(format))
            {
                throw Invalid($"'response_format' is \"{format}\"; it must be one of {string.Join(", ", Formats)}.");
            }

            writer.WriteString("response_format"u8, format);
        }

        private void WriteTemperature(Utf8JsonWriter writer)
        {
            if (_texts.TryGetValue("temperature", out var text))
            {
                writer.WriteNumber("temperature"u8, decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var temperature)
                    ? temperature
                    : throw Invalid($"'temperature' is \"{text}\"; it must be a number."));
            }
        }

        // The name says it, else the type of the part.
        private static string FormatOf(string fileName, string? contentType)
        {
            var extension = Path.GetExtension(fileName).TrimStart('.').ToLowerInvariant();
            if (extension.Length > 0)
            {
                return extension;
            }

            var slash = contentType?.IndexOf('/', StringComparison.Ordinal) ?? -1;
            return slash < 0 || contentType == "application/octet-stream" ? "" : contentType![(slash + 1)..].Replace("x-", "", StringComparison.Ordinal);
        }

        // Null when there is more than the bound.
        private static async Task<byte[]?> ReadAsync(Stream stream, int bound, CancellationToken cancellationToken)
        {
            using var copy = new MemoryStream();
            var buffer = new byte[16 * 1024];
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                copy.Write(buffer, 0, read);
                if (copy.Length > bound)
                {
                    return null;
                }
            }

            return copy.ToArray();
        }
    }
}
