using System.Text.Json;
using Weir.Gateway.Debugging;
using Weir.Gateway.Metadata;
using Weir.Gateway.Pipeline;

namespace Weir.Gateway.Protocols.Responses.Output;

/// <summary>Writes the response object of one request, at any point of its way.</summary>
internal sealed class ResponseObject(Inbound inbound, string model, TimeProvider time)
{
    private RequestEcho? _echo;

    /// <param name="writer">Takes the object.</param>
    /// <param name="end">How far it is.</param>
    /// <param name="output">What was said so far.</param>
    /// <param name="usage">As JSON; empty while it is not known.</param>
    public void Write(Utf8JsonWriter writer, ResponseEnd end, OutputState output, ReadOnlySpan<byte> usage)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, inbound.Id.Value);
        writer.WriteString("object"u8, "response"u8);
        writer.WriteNumber("created_at"u8, inbound.ReceivedAt.ToUnixTimeSeconds());
        writer.WriteString("status"u8, end.Status);
        WriteCompletion(writer, end);
        WriteError(writer, end);
        writer.WriteString("model"u8, model);
        _echo ??= RequestEcho.Of(inbound.Body);
        _echo.Write(writer);
        writer.WriteString("service_tier"u8, output.ServiceTier);
        output.Items.Write(writer);
        WriteUsage(writer, usage);
        WriteMetadata(writer, end.RouterMetadata.IsEmpty ? output.RouterMetadata.Span : end.RouterMetadata.Span);
        writer.WriteEndObject();
    }

    /// <summary>Writes the <c>debug</c> member of an event: <c>{"timings":{"event":"adapter_request","epoch_ms":1,"start_ms":12}}</c>, or the body that was sent.</summary>
    /// <remarks><c>start_ms</c> counts from the arrival of the request.</remarks>
    public void WriteDebug(Utf8JsonWriter writer, in DebugNote note)
    {
        writer.WriteStartObject("debug"u8);
        if (note.Timing is { } timing)
        {
            writer.WriteStartObject("timings"u8);
            writer.WriteString("event"u8, timing.Event);
            writer.WriteNumber("epoch_ms"u8, timing.At.ToUnixTimeMilliseconds());
            writer.WriteNumber("start_ms"u8, Math.Max(0, (long)(timing.At - inbound.ReceivedAt).TotalMilliseconds));
            writer.WriteEndObject();
        }
        else
        {
            writer.WritePropertyName("echo_upstream_body"u8);
            writer.WriteRawValue(note.UpstreamBody.Span, skipInputValidation: true);
        }

        writer.WriteEndObject();
    }

    private void WriteCompletion(Utf8JsonWriter writer, ResponseEnd end)
    {
        if (end.IsCompleted)
        {
            writer.WriteNumber("completed_at"u8, time.GetUtcNow().ToUnixTimeSeconds());
        }
        else
        {
            writer.WriteNull("completed_at"u8);
        }

        if (end.IncompleteReason is { } reason)
        {
            writer.WriteStartObject("incomplete_details"u8);
            writer.WriteString("reason"u8, reason);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("incomplete_details"u8);
        }
    }

    private static void WriteError(Utf8JsonWriter writer, ResponseEnd end)
    {
        if (end.ErrorCode is not { } code)
        {
            writer.WriteNull("error"u8);
            return;
        }

        writer.WriteStartObject("error"u8);
        writer.WriteString("code"u8, code);
        writer.WriteString("message"u8, end.ErrorMessage);
        writer.WriteEndObject();
        writer.WriteString("error_type"u8, end.ErrorType);
    }

    private static void WriteMetadata(Utf8JsonWriter writer, ReadOnlySpan<byte> metadata)
    {
        if (!metadata.IsEmpty)
        {
            writer.WritePropertyName(MetadataMember.Name);
            writer.WriteRawValue(metadata, skipInputValidation: true);
        }
    }

    private static void WriteUsage(Utf8JsonWriter writer, ReadOnlySpan<byte> usage)
    {
        // The API has no null here: what is not known is left out.
        if (!usage.IsEmpty)
        {
            writer.WritePropertyName("usage"u8);
            writer.WriteRawValue(usage, skipInputValidation: true);
        }
    }
}
