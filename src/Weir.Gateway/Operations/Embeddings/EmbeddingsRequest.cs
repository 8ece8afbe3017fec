using System.Text;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;

namespace Weir.Gateway.Operations.Embeddings;

/// <summary>Reads an embeddings request.</summary>
/// <remarks><code>{"model":"acme/embed","input":["one","two"],"encoding_format":"base64","dimensions":256}</code></remarks>
internal static class EmbeddingsRequest
{
    private const string Example = """{"model":"author/slug","input":"Some text"}""";

    // What any provider takes at once, with room; a longer list is a mistake that would be costly.
    private const int MostInputs = 10_000;

    /// <exception cref="GatewayException">400 with the place that is wrong.</exception>
    public static ModelRequest Read(ReadOnlyMemory<byte> body)
    {
        var request = RequestReader.Read(body, Example) with { Stream = false };
        _ = RequestCheck.OneOf(request, "encoding_format", "float", "base64");
        _ = RequestCheck.Integer(request, "dimensions", 1, int.MaxValue);
        RequireInput(request);
        return request;
    }

    public static bool WantsBase64(ModelRequest request) => RequestCheck.Text(request, "encoding_format") == "base64";

    /// <summary>Appends the texts of an input and counts the tokens of one that is tokens already.</summary>
    public static long Collect(JsonElement input, StringBuilder text)
    {
        switch (input.ValueKind)
        {
            case JsonValueKind.String:
                _ = text.Append(WireText.Read(input)).Append('\n');
                return 0;
            case JsonValueKind.Number:
                return 1;
            case JsonValueKind.Array:
                return input.EnumerateArray().Sum(element => Collect(element, text));
            case JsonValueKind.Object when input.TryGetProperty("content", out var parts):
                return Collect(parts, text);
            case JsonValueKind.Object when input.TryGetProperty("text", out var part):
                return Collect(part, text);
            default:
                return 0;
        }
    }

    private static void RequireInput(ModelRequest request)
    {
        if (!request.Has("input"))
        {
            throw RequestCheck.Invalid("'input' is missing. Send a text or a list of texts, for example \"input\": [\"one\", \"two\"].");
        }

        var reader = new Utf8JsonReader(request.Value("input").Span);
        _ = reader.Read();
        if (reader.TokenType == JsonTokenType.String && !reader.ValueSpan.IsEmpty)
        {
            return;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw RequestCheck.Invalid("'input' must be a text that is not empty, a list of texts, a list of token ids, a list of such lists, or a list of objects with 'content'.");
        }

        using var list = RequestCheck.RequiredList(request, "input", MostInputs);
        var index = 0;
        foreach (var element in list.RootElement.EnumerateArray())
        {
            RequireElement(element, index++);
        }
    }

    private static void RequireElement(JsonElement element, int index)
    {
        var isRight = element.ValueKind switch
        {
            JsonValueKind.String => element.ValueEquals(""u8) is false,
            JsonValueKind.Number => true,
            JsonValueKind.Array => element.GetArrayLength() > 0,
            JsonValueKind.Object => element.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.Array && content.GetArrayLength() > 0,
            _ => false,
        };
        if (!isRight)
        {
            throw RequestCheck.Invalid($"'input[{index}]' must be a text that is not empty, a token id, a list of token ids, or an object with a 'content' list.");
        }
    }
}
