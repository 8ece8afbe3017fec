using System.Text;
using System.Text.Json;
using Weir.Gateway.Dispatch;

namespace Weir.Gateway.Chat;

/// <summary>Reads the error object of an OpenAI-dialect answer.</summary>
/// <remarks><code>{"message":"No such model","type":"invalid_request_error","param":null,"code":"model_not_found"}</code></remarks>
public static class ErrorObject
{
    /// <summary>Reads the value the reader stands on; null for a JSON null.</summary>
    public static UpstreamErrorBody? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            var text = reader.TokenType == JsonTokenType.String ? JsonText.Read(ref reader) : null;
            var isNull = reader.TokenType == JsonTokenType.Null;
            reader.Skip();
            return isNull ? null : new UpstreamErrorBody(text, null);
        }

        string? message = null, code = null, type = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.Read(ref reader);
            _ = reader.Read();
            var value = Scalar(ref reader);
            reader.Skip();
            (message, code, type) = name switch
            {
                "message" => (value, code, type),
                "code" => (message, value, type),
                "type" => (message, code, value),
                _ => (message, code, type),
            };
        }

        return new UpstreamErrorBody(message, code ?? type);
    }

    private static string? Scalar(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => JsonText.Read(ref reader),
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        _ => null,
    };
}
