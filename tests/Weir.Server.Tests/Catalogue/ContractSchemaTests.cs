using Weir.Server.Tests.Contract;
using Xunit;

namespace Weir.Server.Tests.Catalogue;

/// <summary>Answers of the catalogue against the schemas of the API's own document, where that is there.</summary>
public sealed class ContractSchemaTests(CatalogueFixture catalogue) : IClassFixture<CatalogueFixture>
{
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
        var document = ContractDocument.Open();
        var schema = document.AnswerSchema("get", operation, 200, "application/json")!.Value;

        Assert.Empty(document.Violations(schema, await catalogue.Server.GetJsonAsync("/api/v1" + path)));
    }
}
