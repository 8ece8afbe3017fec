using System.Text;
using Weir.Server.Configuration;
using Xunit;

namespace Weir.Tests.Server.Configuration;

/// <summary>Documents that the configuration says to import again and again.</summary>
public sealed class CatalogSectionTests
{
    [Fact]
    public void Read_Imports_GivesThem()
    {
        var imports = Read("""[ { "url": "https://acme.example/v1/models", "provider": "acme", "every_minutes": 15 }, { "url": "http://127.0.0.1:1/models", "provider": "openrouter" } ]""").Imports;

        Assert.Equal(("acme", "https://acme.example/v1/models", TimeSpan.FromMinutes(15)), (imports[0].Provider, imports[0].Url.AbsoluteUri, imports[0].Every));
        Assert.Equal(("openrouter", TimeSpan.FromHours(1)), (imports[1].Provider, imports[1].Every));
    }

    [Theory]
    [InlineData("""[ { "provider": "acme" } ]""", "catalog.import[0].url: is missing")]
    [InlineData("""[ { "url": "ftp://x/y", "provider": "acme" } ]""", "catalog.import[0].url: is \"ftp://x/y\"")]
    [InlineData("""[ { "url": "https://x/y" } ]""", "catalog.import[0].provider: is missing")]
    [InlineData("""[ { "url": "https://x/y", "provider": "nobody" } ]""", "names \"nobody\"")]
    [InlineData("""[ { "url": "https://x/y", "provider": "../evil" } ]""", "letters, digits")]
    [InlineData("""[ { "url": "https://x/y", "provider": "acme", "every_minutes": 0 } ]""", "every_minutes: is 0")]
    [InlineData("""[ { "url": "https://x/y", "provider": "acme", "every": "1h" } ]""", "catalog.import[0].every: is not known")]
    [InlineData("""[ { "url": "https://x/y", "provider": "acme" }, { "url": "https://x/z", "provider": "acme" } ]""", "has an import already")]
    [InlineData("""{ "url": "https://x/y" }""", "catalog.import: must be a list")]
    public void Read_WrongImport_IsReportedWithItsPath(string import, string error)
    {
        var wrong = Assert.Throws<ConfigurationException>(() => Read(import));

        Assert.Contains(wrong.Errors, said => said.Contains(error, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_Overrides_GivesPricesOfLongPrompts()
    {
        const string Json = """
            {"providers":{"acme":{"dialect":"openai","base_url":"http://127.0.0.1:1/v1"}},
             "models":{"acme/small":{"endpoints":[{"provider":"acme","upstream_model":"own","pricing":{"prompt":"0.001","overrides":[{"min_prompt_tokens":100,"prompt":"0.002"},{"min_prompt_tokens":200,"completion":"0.003"}]}}]}}}
            """;

        var price = ConfigurationReader.Read(Encoding.UTF8.GetBytes(Json)).Models[0].Endpoints[0].Price;

        Assert.Equal((0.001m, 0m), (price.For(100).Prompt, price.For(100).Completion));
        Assert.Equal((0.002m, 0.003m), (price.For(201).Prompt, price.For(201).Completion));
    }

    private static WeirConfiguration Read(string import) => ConfigurationReader.Read(Encoding.UTF8.GetBytes($$"""
        { "providers": { "acme": { "dialect": "openai", "base_url": "http://127.0.0.1:1/v1" }, "../evil": { "dialect": "openai", "base_url": "http://127.0.0.1:1/v1" } }, "catalog": { "import": {{import}} } }
        """));
}
