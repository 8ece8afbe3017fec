using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;

namespace Weir.Gateway.Operations.Rerank;

/// <summary>Reads a rerank request.</summary>
/// <remarks><code>{"model":"acme/rerank","query":"capital of France","documents":["Paris …",{"text":"Berlin …"}],"top_n":1}</code></remarks>
internal static class RerankRequest
{
    private const string Example = """{"model":"author/slug","query":"…","documents":["…"]}""";

    // Ten times what the largest provider takes at once.
    private const int MostDocuments = 10_000;

    /// <exception cref="GatewayException">400 with the place that is wrong.</exception>
    public static ModelRequest Read(ReadOnlyMemory<byte> body)
    {
        var request = RequestReader.Read(body, Example) with { Stream = false };
        _ = RequestCheck.RequiredText(request, "query", "What is the capital of France?");
        _ = RequestCheck.Integer(request, "top_n", 1, int.MaxValue);
        using var documents = RequestCheck.RequiredList(request, "documents", MostDocuments);
        var index = 0;
        foreach (var document in documents.RootElement.EnumerateArray())
        {
            if (!IsDocument(document))
            {
                throw RequestCheck.Invalid($"'documents[{index}]' must be a text or an object with 'text' or 'image'.");
            }

            index++;
        }

        return request;
    }

    /// <summary>The text of a document; empty for one that is only an image.</summary>
    public static string TextOf(JsonElement document) => document.ValueKind switch
    {
        JsonValueKind.String => WireText.Read(document),
        JsonValueKind.Object when document.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String => WireText.Read(text),
        _ => "",
    };

    private static bool IsDocument(JsonElement document) => document.ValueKind switch
    {
        JsonValueKind.String => true,
        JsonValueKind.Object => IsText(document, "text") || IsText(document, "image"),
        _ => false,
    };

    private static bool IsText(JsonElement document, string name) => document.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String;
}
