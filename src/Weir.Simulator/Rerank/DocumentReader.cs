using System.Collections.Immutable;
using System.Text.Json;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Rerank;

/// <summary>Reads the <c>documents</c> of a request.</summary>
internal static class DocumentReader
{
    private const int MostDocuments = 1000;

    /// <exception cref="RefusalException">There are none, too many, or one without text.</exception>
    public static ImmutableArray<string> Read(JsonElement body)
    {
        var documents = body.Field("documents") ?? throw JsonFields.Missing("documents");
        return documents.ValueKind == JsonValueKind.Array && documents.GetArrayLength() is > 0 and <= MostDocuments
            ? [.. documents.EnumerateArray().Select((document, index) => ReadDocument(document, $"documents[{index}]"))]
            : throw JsonFields.Refuse($"invalid request: documents must be an array of 1 to {MostDocuments} items", "documents", "invalid_value");
    }

    // "a text" or {"text":"a text"}
    private static string ReadDocument(JsonElement document, string path) =>
        document.ValueKind == JsonValueKind.Object ? document.RequiredString("text", path + ".text") : document.Text(path);
}
