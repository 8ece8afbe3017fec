using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Catalogue;

/// <summary>The list of models as clients of the Anthropic API ask for it.</summary>
public sealed class AnthropicModelTests(CatalogueFixture catalogue) : IClassFixture<CatalogueFixture>
{
    private static readonly (string, string) Version = ("anthropic-version", "2023-06-01");

    [Fact]
    public async Task Models_HaveTheShapeOfThatApi()
    {
        using var response = await catalogue.Server.SendAsync(HttpMethod.Get, "/api/v1/models", catalogue.Server.InferenceKey, body: null, Version);
        var list = await TestServer.ReadJsonAsync(response);

        ModelListTests.AssertJson("""{"type":"model","id":"bolt/tiny","display_name":"Bolt: Tiny","created_at":"2026-05-01T00:00:00.000Z"}""", list.GetProperty("data")[0]);
        Assert.Equal(["data", "has_more", "first_id", "last_id"], list.EnumerateObject().Select(member => member.Name));
        Assert.Contains("anthropic-version", response.Headers.Vary);
    }

    [Theory]
    [InlineData("", "bolt/tiny bolt/tiny:free acme/thinker ~acme/thinker-latest", false)]
    [InlineData("?limit=2", "bolt/tiny bolt/tiny:free", true)]
    [InlineData("?limit=2&after_id=bolt/tiny:free", "acme/thinker ~acme/thinker-latest", false)]
    [InlineData("?limit=2&before_id=~acme/thinker-latest", "bolt/tiny:free acme/thinker", true)]
    [InlineData("?limit=2&before_id=bolt/tiny:free", "bolt/tiny", false)]
    [InlineData("?before_id=bolt/tiny", "", false)]
    [InlineData("?after_id=~acme/thinker-latest", "", false)]
    public async Task Pages_GoOnFromAnId(string query, string expected, bool hasMore)
    {
        var list = await ReadAsync(query);

        var ids = list.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("id").GetString()).ToArray();
        Assert.Equal(expected, string.Join(' ', ids));
        Assert.Equal(hasMore, list.GetProperty("has_more").GetBoolean());
        Assert.Equal((ids.FirstOrDefault(), ids.LastOrDefault()), (list.GetProperty("first_id").GetString(), list.GetProperty("last_id").GetString()));
    }

    [Theory]
    [InlineData("?limit=0", "'limit' is '0'")]
    [InlineData("?after_id=nobody/none", "'after_id' is 'nobody/none'")]
    [InlineData("?after_id=bolt/tiny&before_id=acme/thinker", "keep one of the two")]
    public async Task BadPage_IsRefused(string query, string message) =>
        Assert.Contains(message, (await ReadAsync(query)).GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);

    private async Task<JsonElement> ReadAsync(string query)
    {
        using var response = await catalogue.Server.SendAsync(HttpMethod.Get, "/v1/models" + query, key: null, body: null, Version);
        return await TestServer.ReadJsonAsync(response);
    }
}
