using Weir.Gateway.Catalog;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Gateway.Catalog;

/// <summary>By which slugs a model is found.</summary>
public sealed class CatalogSnapshotTests
{
    private static readonly CatalogSnapshot Catalog = new(
        [
            GatewaySamples.Model("acme/a") with { Permaslug = "acme/a-2026-01-31", Aliases = ["acme/b", "acme/shared", "~acme/latest"] },
            GatewaySamples.Model("acme/b") with { Aliases = ["acme/shared", "acme/a-2026-01-31"] },
        ],
        defaultModel: null);

    [Theory]
    [InlineData("acme/a", "acme/a")]
    [InlineData("ACME/A-2026-01-31", "acme/a")]
    [InlineData("~acme/Latest", "acme/a")]
    [InlineData("acme/b", "acme/b")]
    [InlineData("acme/shared", "acme/a")]
    [InlineData("acme/c", null)]
    public void Find_SlugWinsOverAliases_AndTheFirstOfTwoAliases(string slug, string? found) => Assert.Equal(found, Catalog.Find(slug)?.Slug);

    [Fact]
    public void Family_FollowsTheTokenizer_UnlessItIsSaid()
    {
        var model = GatewaySamples.Model();

        Assert.Equal("GPT", model.Family);
        Assert.Equal("Other", (model with { Tokenizer = "other" }).Family);
        Assert.Equal("Claude", (model with { Card = new ModelCard { Family = "Claude" } }).Family);
    }
}
