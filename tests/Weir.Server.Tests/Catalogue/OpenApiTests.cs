using System.Text.Json;
using System.Text.RegularExpressions;
using Weir.Server.Endpoints.OpenApi;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Catalogue;

/// <summary>The description of the API: it tells of everything that is served, and of nothing else.</summary>
public sealed partial class OpenApiTests(CatalogueFixture catalogue) : IClassFixture<CatalogueFixture>
{
    private const string Root = "/api/v1";

    [Fact]
    public async Task Document_TellsOfEveryOperation_AndOfNoOther()
    {
        var served = catalogue.Server.Served
            .Where(route => route.Pattern.StartsWith(Root + "/", StringComparison.Ordinal) && route.Method is not ("HEAD" or "OPTIONS"))
            .Select(route => $"{route.Method.ToLowerInvariant()} {route.Pattern[Root.Length..]}");
        var told = (await ReadAsync()).GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name} {path.Name}"));

        Assert.True(
            served.Order(StringComparer.Ordinal).SequenceEqual(told.Order(StringComparer.Ordinal)),
            $"not in ApiOperations: {string.Join(", ", served.Except(told))}; in ApiOperations and not served: {string.Join(", ", told.Except(served))}");
    }

    [Fact]
    public async Task Document_HasNoReferenceThatLeadsNowhere_AndNoIdTwice()
    {
        var document = await ReadAsync();
        var schemas = document.GetProperty("components").GetProperty("schemas");
        var ids = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject()).Select(operation => operation.Value.GetProperty("operationId").GetString()).ToArray();

        foreach (Match reference in References().Matches(document.GetRawText()))
        {
            Assert.True(schemas.TryGetProperty(reference.Groups["name"].Value, out _), reference.Value);
        }

        Assert.Equal("3.1.0", document.GetProperty("openapi").GetString());
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("/models?output_modalities=all", "/models")]
    [InlineData("/models/count", "/models/count")]
    [InlineData("/model/acme/thinker", "/model/{author}/{slug}")]
    [InlineData("/models/acme/thinker/endpoints", "/models/{author}/{slug}/endpoints")]
    [InlineData("/endpoints/zdr", "/endpoints/zdr")]
    [InlineData("/providers", "/providers")]
    [InlineData("/parameters/acme/thinker", "/parameters/{author}/{slug}")]
    [InlineData("/images/models", "/images/models")]
    [InlineData("/images/models/acme/brush/endpoints", "/images/models/{author}/{slug}/endpoints")]
    [InlineData("/key", "/key")]
    public async Task Answers_AreWhatTheDocumentSays(string path, string operation)
    {
        var document = await ReadAsync();
        var wanted = document.GetProperty("paths").GetProperty(operation).GetProperty("get").GetProperty("responses").GetProperty("200")
            .GetProperty("content").GetProperty("application/json").GetProperty("schema");
        var schema = $$"""{"$ref":"#/wanted","wanted":{{wanted.GetRawText()}},"components":{{document.GetProperty("components").GetRawText()}}}""";

        var answer = await catalogue.Server.GetJsonAsync(Root + path);

        Assert.Empty(SimulatorSchemaCheck.Violations(schema, answer.GetRawText()));
        Assert.NotEmpty(SimulatorSchemaCheck.Violations(schema, """{"error":{}}"""));
    }

    [Fact]
    public async Task EveryParameterWithATypeOrValues_IsReallyRead()
    {
        foreach (var parameter in ApiOperations.All.Single(operation => operation.Path == "/models").Query.Where(parameter => parameter.Type != "string" || parameter.Values is not null))
        {
            var (status, message) = await catalogue.RefusedAsync($"/models?{parameter.Name}=nonsense");

            Assert.Equal(400, status);
            Assert.StartsWith($"'{parameter.Name}' is 'nonsense'", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Access_IsAsSaid()
    {
        foreach (var operation in ApiOperations.All.Where(operation => operation.Method == "get"))
        {
            var path = operation.Path.Replace("{author}/{slug}", "acme/brush", StringComparison.Ordinal).Replace("{hash}", "none", StringComparison.Ordinal);
            using var anonymous = await catalogue.Server.SendAsync(HttpMethod.Get, Root + path, key: null);
            using var inference = await catalogue.Server.SendAsync(HttpMethod.Get, Root + path, catalogue.Server.InferenceKey);

            Assert.Equal(operation.Access != ApiAccess.Open, (int)anonymous.StatusCode == 401);
            Assert.Equal(operation.Access == ApiAccess.ManagementKey, (int)inference.StatusCode == 403);
        }
    }

    [Fact]
    public async Task Yaml_SaysTheSame()
    {
        using var response = await catalogue.Server.SendAsync(HttpMethod.Get, "/openapi.yaml", key: null);
        var yaml = await response.Content.ReadAsStringAsync();

        Assert.Equal("application/yaml", response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("\"openapi\": \"3.1.0\"\n\"info\":\n  \"title\": \"Weir\"\n", yaml, StringComparison.Ordinal);
        Assert.Contains("\"servers\":\n  -\n    \"url\": \"/api/v1\"\n", yaml, StringComparison.Ordinal);
        Assert.True(JsonElement.DeepEquals(await ReadAsync(), YamlText.Read(yaml)), "the YAML is another document");
    }

    private Task<JsonElement> ReadAsync() => catalogue.Server.GetJsonAsync("/openapi.json", key: "");

    [GeneratedRegex("\"\\$ref\": ?\"(?!#/components/schemas/)(?<name>[^\"]*)\"|#/components/schemas/(?<name>[^\"]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex References();
}
