using System.Buffers;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Pricing;

namespace Weir.Gateway.Operations.Images;

/// <summary>Images, each with its media type; streamed, the last one waits for its charge.</summary>
/// <remarks><code>{"created":1748372400,"data":[{"b64_json":"iVBOR…","media_type":"image/png"}],"usage":{"prompt_tokens":0,"completion_tokens":4175,"total_tokens":4175,"cost":0.04}}</code></remarks>
internal sealed class ImagesForm(DateTimeOffset created) : IAnswerForm
{
    // The members of the completed event, as far as the upstream gave them.
    private readonly ArrayBufferWriter<byte> _completed = new();

    /// <inheritdoc/>
    public ResponseHead? Raw => null;

    /// <inheritdoc/>
    public void WriteEvent(ReadOnlySpan<byte> json, in AnswerFacts facts, bool sawToolCalls, IBufferWriter<byte> output)
    {
        if (facts.FinishReason is null)
        {
            output.Write(json);
            return;
        }

        using var document = JsonDocument.Parse(json.ToArray());
        var picture = ImagesFacts.Pictures(document.RootElement).FirstOrDefault() ?? throw new JsonException("The last event of an image lacks 'b64_json'.");
        _completed.ResetWrittenCount();
        MediaAnswer.Open(_completed, writer =>
        {
            writer.WriteString("type"u8, "image_generation.completed"u8);
            WritePicture(writer, picture);
            writer.WriteNumber("created"u8, created.ToUnixTimeSeconds());
        });
    }

    /// <inheritdoc/>
    public void WriteWhole(ReadOnlySpan<byte> json, bool sawToolCalls, IBufferWriter<byte> output)
    {
        using var document = JsonDocument.Parse(json.ToArray());
        MediaAnswer.Open(output, writer =>
        {
            writer.WriteNumber("created"u8, created.ToUnixTimeSeconds());
            writer.WriteStartArray("data"u8);
            foreach (var picture in ImagesFacts.Pictures(document.RootElement))
            {
                writer.WriteStartObject();
                WritePicture(writer, picture);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }

    /// <inheritdoc/>
    public void CloseWhole(ArrayBufferWriter<byte> open, TokenUsage usage, Charge charge) => MediaAnswer.Close(open, writer => WriteUsage(writer, usage, charge));

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> ClosingEvent(TokenUsage usage, Charge charge)
    {
        if (_completed.WrittenCount == 0)
        {
            return default;
        }

        MediaAnswer.Close(_completed, writer => WriteUsage(writer, usage, charge));
        return _completed.WrittenMemory;
    }

    private static void WritePicture(Utf8JsonWriter writer, string base64)
    {
        writer.WriteString("b64_json"u8, base64);
        writer.WriteString("media_type"u8, PictureType.Of(base64));
    }

    private static void WriteUsage(Utf8JsonWriter writer, TokenUsage usage, Charge charge) => UsageWriter.WriteProperty(writer, usage, charge);
}
