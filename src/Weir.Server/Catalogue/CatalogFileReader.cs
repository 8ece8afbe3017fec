using System.Text.Json;
using Weir.Server.Configuration;

namespace Weir.Server.Catalogue;

/// <summary>Reads a file of the catalogue by the rules of <c>weir.json</c>: everything that is wrong is reported at once.</summary>
internal static class CatalogFileReader
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="json">The file's content.</param>
    /// <param name="name">What errors call the file.</param>
    /// <param name="known">Providers that endpoints may name beside those of the file.</param>
    /// <exception cref="ConfigurationException">It cannot be used; each error begins with the name.</exception>
    public static CatalogFile Read(ReadOnlyMemory<byte> json, string name, IEnumerable<ProviderConfiguration> known)
    {
        using var document = Parse(json, name);
        return Read(document.RootElement, name, known);
    }

    public static CatalogFile Read(JsonElement element, string name, IEnumerable<ProviderConfiguration> known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new ConfigurationException([$"{name}: must be an object, for example {{ \"as_of\": \"2026-09-23\", \"models\": {{ … }} }}"]);
        }

        var errors = new List<string>();
        var root = new ConfigNode(element, "", errors);
        var providers = ProviderSection.Read(root.Object("providers"));
        var file = new CatalogFile
        {
            AsOf = root.Date("as_of"),
            Source = root.Text("source", "https://acme.example/pricing"),
            Providers = providers,
            // Here a model that says nothing takes text: the catalogue knows its models, an operator's file may be short.
            Models = [.. ModelSection.Read(root.Object("models"), [.. known, .. providers]).Select(model => model with { IsInputAssumed = false })],
        };
        root.Finish();
        return errors.Count == 0 ? file : throw new ConfigurationException([.. errors.Select(error => $"{name}: {error}")]);
    }

    public static JsonDocument Parse(ReadOnlyMemory<byte> json, string name)
    {
        try
        {
            return JsonDocument.Parse(json, Options);
        }
        catch (JsonException wrong)
        {
            throw new ConfigurationException([$"{name}: is not valid JSON at line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}: {wrong.Message}"]);
        }
    }
}
