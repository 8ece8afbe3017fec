using System.Text.Json;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Catalogue;

/// <summary>Answers of the catalogue against the schemas of the API's own document, where that is there.</summary>
public sealed class ContractSchemaTests(CatalogueFixture catalogue) : IClassFixture<CatalogueFixture>
{
    private const string Document = "openrouter.openapi.json";

    [Theory]
    [InlineData("/models?output_modalities=all", "/models")]
    [InlineData("/models/count", "/models/count")]
    [InlineData("/models/user", "/models/user")]
    [InlineData("/model/acme/thinker", "/model/{author}/{slug}")]
    [InlineData("/model/~acme/thinker-latest", "/model/{author}/{slug}")]
    [InlineData("/models/acme/thinker/endpoints", "/models/{author}/{slug}/endpoints")]
    [InlineData("/models/acme/voice/endpoints", "/models/{author}/{slug}/endpoints")]
    [InlineData("/endpoints/zdr", "/endpoints/zdr")]
    [InlineData("/providers", "/providers")]
    [InlineData("/embeddings/models", "/embeddings/models")]
    [InlineData("/images/models", "/images/models")]
    [InlineData("/images/models/acme/brush/endpoints", "/images/models/{author}/{slug}/endpoints")]
    public async Task Answer_IsWhatTheSchemaSays(string path, string operation)
    {
        var file = Find();
        Assert.SkipWhen(file is null, $"{Document} is not there; set WEIR_SPECS to the folder that holds it.");
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        var wanted = document.RootElement.GetProperty("paths").GetProperty(operation).GetProperty("get").GetProperty("responses").GetProperty("200")
            .GetProperty("content").GetProperty("application/json").GetProperty("schema");
        var schema = $$"""{"$ref":"#/wanted","wanted":{{wanted.GetRawText()}},"components":{{document.RootElement.GetProperty("components").GetRawText()}}}""";

        var answer = await catalogue.Server.GetJsonAsync("/api/v1" + path);

        Assert.Empty(SimulatorSchemaCheck.Violations(schema, answer.GetRawText()));
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("WEIR_SPECS") is { Length: > 0 } specs)
        {
            return Path.Combine(specs, Document) is var named && File.Exists(named) ? named : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "shared", "specs", Document) is var beside && File.Exists(beside))
            {
                return beside;
            }
        }

        return null;
    }
}
