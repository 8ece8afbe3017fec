using System.Xml.Linq;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Catalogue;

/// <summary>The list of models as a feed.</summary>
public sealed class ModelFeedTests(CatalogueFixture catalogue) : IClassFixture<CatalogueFixture>
{
    [Fact]
    public async Task Feed_HasAnItemForEveryModel_WithTextsEscaped()
    {
        var (mediaType, feed) = await ReadAsync(catalogue.Server, "/api/v1/models?use_rss=true&q=thinker");

        var item = feed.Descendants("item").First();
        Assert.Equal("application/rss+xml", mediaType);
        Assert.Equal("2.0", feed.Root!.Attribute("version")!.Value);
        Assert.Equal(2, feed.Descendants("item").Count());
        Assert.Equal(("Acme: Thinker", "Thinks <first> & answers."), (item.Element("title")!.Value, item.Element("description")!.Value));
        Assert.Equal(new Uri(catalogue.Server.Address, "/api/v1/models/acme/thinker/endpoints").AbsoluteUri, item.Element("link")!.Value);
        Assert.Equal("Sun, 01 Mar 2026 00:00:00 GMT", item.Element("pubDate")!.Value);
        Assert.Equal(("acme/thinker", "false"), (item.Element("guid")!.Value, item.Element("guid")!.Attribute("isPermaLink")!.Value));
    }

    [Fact]
    public async Task Feed_WithChatLinks_LeadsToWhereTheModelCanBeTried()
    {
        var (_, feed) = await ReadAsync(catalogue.Server, "/api/v1/models?use_rss=true&use_rss_chat_links=true&q=free");

        Assert.EndsWith("/start?model=bolt%2Ftiny%3Afree", feed.Descendants("item").Single().Element("link")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_IsFilteredOrderedAndCut_AsTheListIs()
    {
        var (_, feed) = await ReadAsync(catalogue.Server, "/api/v1/models?use_rss=true&sort=pricing-low-to-high&limit=2");

        Assert.Equal(["bolt/tiny:free", "bolt/tiny"], feed.Descendants("guid").Select(guid => guid.Value));
    }

    [Fact]
    public async Task CharactersThatXmlCannotSay_AreLeftOut()
    {
        const string Config = """
            {
              "providers": { "acme": { "dialect": "openai", "base_url": "http://127.0.0.1:9/v1" } },
              "models": { "acme/small": { "name": "\u0001Small \u2028 \uD83D\uDE00 \u000B]]>", "endpoints": [ { "provider": "acme", "upstream_model": "s" } ] } }
            }
            """;
        await using var server = await TestServer.StartAsync(Config);

        var (_, feed) = await ReadAsync(server, "/api/v1/models?use_rss=true");

        Assert.Equal("Small \u2028 \U0001F600 ]]>", feed.Descendants("item").Single().Element("title")!.Value);
    }

    private static async Task<(string? MediaType, XDocument Feed)> ReadAsync(TestServer server, string path)
    {
        using var response = await server.SendAsync(HttpMethod.Get, path, key: null);
        return (response.Content.Headers.ContentType?.MediaType, XDocument.Parse(await response.Content.ReadAsStringAsync()));
    }
}
