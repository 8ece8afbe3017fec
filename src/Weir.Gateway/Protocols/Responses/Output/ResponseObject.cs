using System.Text.Json;
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
