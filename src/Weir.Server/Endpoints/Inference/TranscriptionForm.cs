using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;

namespace Weir.Server.Endpoints.Inference;

/// <summary>The parts of a form that asks for a transcription.</summary>
internal sealed class TranscriptionForm
{
    private const int LargestFile = 25 * 1024 * 1024;
    private const int LongestText = 64 * 1024;

    private static readonly string[] Formats = ["json", "verbose_json"];

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<string> _granularities = [];
    private byte[]? _file;
    private string _format = "";

    public async Task AddAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
        {
            throw TranscriptionFormReader.Invalid("A part of the form has no Content-Disposition.");
        }

        var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
        if (name == "file")
        {
            _file = await FormPart.ReadAsync(section.Body, LargestFile, cancellationToken)
                ?? throw new GatewayException(GatewayError.Client(
                    GatewayErrorCode.PayloadTooLarge,
                    $"The file is larger than {LargestFile / (1024 * 1024)} MiB. Send it as JSON: {{\"input_audio\": {{\"data\": \"<base64>\", \"format\": \"…\"}}}}."));
            _format = FormPart.FormatOf(HeaderUtilities.RemoveQuotes(disposition.FileName).ToString(), section.ContentType);
            return;
        }

        var bytes = await FormPart.ReadAsync(section.Body, LongestText, cancellationToken) ?? throw TranscriptionFormReader.Invalid($"'{name}' is longer than {LongestText} bytes.");
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
        var file = _file ?? throw TranscriptionFormReader.Invalid("'file' is missing. Send the audio as a part of the form named 'file'.");
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
            throw TranscriptionFormReader.Invalid($"'response_format' is \"{format}\"; it must be one of {string.Join(", ", Formats)}.");
        }

        writer.WriteString("response_format"u8, format);
    }

    private void WriteTemperature(Utf8JsonWriter writer)
    {
        if (_texts.TryGetValue("temperature", out var text))
        {
            writer.WriteNumber("temperature"u8, decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var temperature)
                ? temperature
                : throw TranscriptionFormReader.Invalid($"'temperature' is \"{text}\"; it must be a number."));
        }
    }
}
