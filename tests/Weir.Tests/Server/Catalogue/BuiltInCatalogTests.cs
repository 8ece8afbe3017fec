using System.Reflection;
using System.Text.Json;
using Weir.Ledger.Pricing;
using Weir.Server.Catalogue;
using Weir.Server.Catalogue.Import;
using Weir.Server.Configuration;
using Xunit;

namespace Weir.Tests.Server.Catalogue;

/// <summary>The data that comes with Weir: whole, plausible, and in the order in which it is read.</summary>
public sealed class BuiltInCatalogTests
{
    private static BuiltInCatalog Catalog => BuiltInCatalog.Instance;

    public static TheoryData<string> Files => [.. BuiltInCatalog.Files];

    [Fact]
    public void Files_AreExactlyThoseOfTheAssembly()
    {
        var embedded = typeof(BuiltInCatalog).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("catalogue/", StringComparison.Ordinal));

        Assert.Equal(embedded.Order(StringComparer.Ordinal), BuiltInCatalog.Files.Select(file => $"catalogue/{file}.json").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Catalogue_HasTheProvidersAndModelsThatItPromises()
    {
        Assert.True(Catalog.Providers.Length >= 20, $"{Catalog.Providers.Length} providers");
        Assert.True(Catalog.Models.Length >= 80, $"{Catalog.Models.Length} models");
        foreach (var kind in (string[])["embeddings", "rerank", "image", "speech", "transcription"])
        {
            Assert.Contains(Catalog.Models, model => model.OutputModalities.Contains(kind));
        }
    }

    [Fact]
    public void Providers_AreUniqueAndSwitchedOnByAVariableOfTheirOwn()
    {
        Assert.Equal(Catalog.Providers.Length, Catalog.Providers.Select(provider => provider.Slug).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Catalog.Providers.Length, Catalog.Providers.Select(provider => provider.ApiKeyEnv).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Catalog.Providers, provider =>
        {
            Assert.Equal("https", provider.BaseUrl.Scheme);
            Assert.Null(provider.ApiKey);
            Assert.NotNull(provider.Profile.Headquarters);
            Assert.False(provider.DataPolicy is { Zdr: true, RetainsPrompts: true }, provider.Slug);
        });
    }

    [Fact]
    public void Models_HaveOneSlugByTheRulesAndAnEndpointAtEachProviderOnce()
    {
        Assert.Equal(Catalog.Models.Length, Catalog.Models.Select(model => model.Slug).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(Catalog.Models, model =>
        {
            Assert.True(ImportedSlug.IsSlug(model.Slug), model.Slug);
            Assert.Equal(model.Endpoints.Length, model.Endpoints.Select(endpoint => endpoint.Provider).Distinct(StringComparer.Ordinal).Count());
            Assert.True(model.Endpoints.Take(model.Endpoints.Length - 1).All(endpoint => endpoint.Provider != "openrouter"), $"{model.Slug}: openrouter is not last");
        });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_IsReadInADayAndFromAPage(string file)
    {
        using var document = CatalogFileReader.Parse(BuiltInCatalog.Read(file), file);
        var root = document.RootElement;

        Assert.True(DateOnly.Parse(root.GetProperty("as_of").GetString()!, System.Globalization.CultureInfo.InvariantCulture) <= new DateOnly(2026, 12, 31));
        Assert.StartsWith("https://", root.GetProperty("source").GetString(), StringComparison.Ordinal);
        Assert.Single(root.GetProperty("providers").EnumerateObject());
    }

    // Who reads the files in order meets a model's description before its second endpoint, and meets it once.
    [Fact]
    public void Files_DescribeEachModelOnceWhereItIsFirstListed()
    {
        var described = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in BuiltInCatalog.Files)
        {
            using var document = CatalogFileReader.Parse(BuiltInCatalog.Read(file), file);
            foreach (var model in document.RootElement.GetProperty("models").EnumerateObject())
            {
                var describes = model.Value.TryGetProperty("name", out _) && model.Value.GetProperty("description").GetString()!.Length > 0;
                Assert.True(described.Add(model.Name) == describes, $"{file}: {model.Name}");
            }
        }
    }

    [Fact]
    public void Prices_ArePlausible() => Assert.All(Catalog.Models.SelectMany(model => model.Endpoints.Select(endpoint => (model.Slug, endpoint))), pair =>
    {
        var (slug, endpoint) = pair;
        var price = endpoint.Price;
        var where = $"{slug} at {endpoint.Provider}";
        Assert.True(endpoint.HasPrice, where);
        Assert.True(price.Prompt is >= 0 and < 0.001m && price.Completion is >= 0 and < 0.001m, where);
        Assert.True(price.InputCacheRead is null || price.InputCacheRead <= price.Prompt, where);
        Assert.True(price.InputCacheWrite is null || price.InputCacheWrite >= price.InputCacheRead, where);
        Assert.True(price.InputCacheWriteHour is null || price.InputCacheWriteHour >= price.InputCacheWrite, where);
        Assert.True(price.Prompt == 0 || price.Completion == 0 || price.Completion >= price.Prompt, where);
        Assert.True(!price.IsFree || slug.EndsWith(":free", StringComparison.Ordinal) || endpoint.Provider == "nvidia", $"{where} is free");
        Assert.True(endpoint.MaxCompletionTokens is null || endpoint.MaxCompletionTokens <= (endpoint.ContextLength ?? int.MaxValue), where);
        AssertOverrides(price, where);
    });

    [Fact]
    public void OpenRouter_AnswersMostModels()
    {
        var answered = Catalog.Models.Count(model => model.Endpoints.Any(endpoint => endpoint.Provider == "openrouter" && endpoint.UpstreamModel == model.Slug));

        Assert.True(answered > Catalog.Models.Length / 2, $"{answered} of {Catalog.Models.Length}");
    }

    private static void AssertOverrides(Price price, string where)
    {
        var least = -1L;
        foreach (var one in price.Overrides)
        {
            Assert.True(one.MinPromptTokens > least, where);
            Assert.True(one.Prompt >= price.Prompt && one.Completion >= price.Completion, where);
            Assert.True(one.InputCacheRead is null || one.InputCacheRead <= one.Prompt, where);
            least = one.MinPromptTokens ?? least;
        }
    }
}
