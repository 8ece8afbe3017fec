using System.Buffers;
using System.Text.Json;

namespace Weir.Protocol.Errors;

/// <summary>Writes an error in the shape that OpenRouter and OpenAI clients parse.</summary>
/// <remarks>
/// <code>{"error":{"code":404,"message":"…","error_type":"not_found","http_status":404,"metadata":{"error_type":"not_found"}}}</code>
/// Emits every documented spelling at once, because deployed clients read different ones.
/// </remarks>
public static class ErrorEnvelopeWriter
{
    private const string DocsUrl = "https://openrouter.ai/docs/api-reference/errors";

    // The envelope is JSON and nothing else: a message keeps its "<key>" readable, and nobody puts it into a page unescaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole response body of a failed request.</summary>
    public static byte[] ToUtf8(GatewayError error)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        WriteProperty(writer, error);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The <c>"error": {…}</c> member, and the router metadata beside it, for bodies and stream events that carry more.</summary>
    public static void WriteProperty(Utf8JsonWriter writer, GatewayError error)
    {
        writer.WriteStartObject("error"u8);
        writer.WriteNumber("code"u8, error.Status);
        writer.WriteString("message"u8, error.Message);
        writer.WriteString("error_type"u8, error.Type);
        writer.WriteNumber("http_status"u8, error.Status);
        WriteDetails(writer, error);
        writer.WriteEndObject();
        WriteRouterMetadata(writer, error);
    }

    /// <summary>The router metadata, which stands beside the error, when there is any.</summary>
    public static void WriteRouterMetadata(Utf8JsonWriter writer, GatewayError error)
    {
        if (!error.RouterMetadata.IsEmpty)
        {
            writer.WritePropertyName("openrouter_metadata"u8);
            writer.WriteRawValue(error.RouterMetadata.Span, skipInputValidation: true);
        }
    }

    /// <summary>The <c>metadata</c> and <c>availability</c> members, which are the same in the error objects of all protocols.</summary>
    public static void WriteDetails(Utf8JsonWriter writer, GatewayError error)
    {
        WriteMetadata(writer, error);
        if (error.Availability is { } availability)
        {
            WriteAvailability(writer, availability, error.RetryAfter);
        }
    }

    private static void WriteMetadata(Utf8JsonWriter writer, GatewayError error)
    {
        writer.WriteStartObject("metadata"u8);
        writer.WriteString("error_type"u8, error.Type);
        WriteFilled(writer, "patterns"u8, error.Patterns.AsSpan());
        if (error.Provider is { } fault)
        {
            writer.WriteString("provider_name"u8, fault.ProviderName);
            WriteOptional(writer, "provider_code"u8, fault.ProviderCode);
            WriteOptional(writer, "raw"u8, fault.Raw);
            WritePrevious(writer, fault);
        }

        writer.WriteEndObject();
    }

    private static void WritePrevious(Utf8JsonWriter writer, ProviderFault fault)
    {
        if (fault.PreviousErrors.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("previous_errors"u8);
        foreach (var previous in fault.PreviousErrors)
        {
            writer.WriteStartObject();
            writer.WriteString("provider"u8, previous.Provider);
            writer.WriteString("code"u8, previous.Code);
            if (previous.Status is { } status)
            {
                writer.WriteNumber("status"u8, status);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteAvailability(Utf8JsonWriter writer, Availability availability, TimeSpan? retryAfter)
    {
        writer.WriteStartObject("availability"u8);
        writer.WriteString("code"u8, availability.Code);
        writer.WriteBoolean("retryable"u8, availability.Retryable);
        WriteArray(writer, "requested_models"u8, availability.RequestedModels.AsSpan());
        writer.WriteString("docs_url"u8, DocsUrl);
        if (retryAfter is { } wait)
        {
            writer.WriteNumber("retry_after"u8, (long)Math.Ceiling(wait.TotalSeconds));
        }

        WriteFilled(writer, "affected_providers"u8, availability.AffectedProviders.AsSpan());
        WriteFilled(writer, "excluded_by"u8, availability.ExcludedBy.AsSpan());
        WriteFilled(writer, "fallback_models"u8, availability.FallbackModels.AsSpan());
        WriteConstraint(writer, availability);
        writer.WriteEndObject();
    }

    private static void WriteConstraint(Utf8JsonWriter writer, Availability availability)
    {
        if (availability.ConstraintField is not { } field)
        {
            return;
        }

        writer.WriteStartObject("constraint"u8);
        writer.WriteString("field"u8, field);
        WriteOptional(writer, "detail"u8, availability.ConstraintDetail);
        writer.WriteEndObject();
    }

    private static void WriteFilled(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlySpan<string> values)
    {
        if (!values.IsEmpty)
        {
            WriteArray(writer, name, values);
        }
    }

    private static void WriteArray(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlySpan<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
