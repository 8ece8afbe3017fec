using System.Text.Json;
using Weir.Server.Catalogue.Import;
using Weir.Server.Configuration;

namespace Weir.Tests.Server.Catalogue;

/// <summary>Reads documents of one model, for the provider <c>acme</c>, on 22 November 2026.</summary>
internal static class Documents
{
    public static ModelsDocument Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var read = new ModelsDocument("acme", new DateOnly(2026, 11, 22));
        _ = read.ReadPage(document.RootElement);
        return read;
    }

    /// <summary>The one model of a document.</summary>
    public static ModelConfiguration Model(string model)
    {
        var document = Read($$"""{ "data": [ {{model}} ] }""");
        return document.Skipped.IsEmpty ? document.Models[0] : throw new InvalidOperationException($"skipped: {document.Skipped[0].Reason}");
    }

    /// <summary>Why the one model of a document was not taken.</summary>
    public static string Reason(string model)
    {
        var document = Read($$"""{ "data": [ {{model}} ] }""");
        return document.Models.IsEmpty ? document.Skipped[0].Reason : throw new InvalidOperationException("It was taken.");
    }
}
