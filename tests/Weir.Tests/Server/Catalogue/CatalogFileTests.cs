using System.Collections.Immutable;
using System.Text;
using Weir.Server.Catalogue;
using Weir.Server.Configuration;
using Xunit;

namespace Weir.Tests.Server.Catalogue;

/// <summary>Files of the catalogue: written and read back, put together, and found broken by name.</summary>
public sealed class CatalogFileTests
{
    private static readonly ProviderConfiguration Acme = new() { Slug = "acme", Name = "Acme", Dialect = "openai", BaseUrl = new Uri("https://acme.example/v1/") };

    [Fact]
    public void Write_WhatWasRead_ReadsBackTheSame()
    {
        // Every member that an import can give, on every built-in model.
        var models = BuiltInCatalog.Instance.Models;

        var read = CatalogFileReader.Read(CatalogFileWriter.Write(new CatalogFile { AsOf = new DateOnly(2026, 11, 22), Source = "x", Models = models }), "test", BuiltInCatalog.Instance.Providers);

        Assert.Equal((new DateOnly(2026, 11, 22), "x"), (read.AsOf, read.Source));
        Assert.Equal(models.Select(CatalogFileWriter.WriteModel), read.Models.Select(CatalogFileWriter.WriteModel));
        Assert.Equal(models.SelectMany(Facts), read.Models.SelectMany(Facts));
    }

    [Fact]
    public void Write_SmallPrices_HaveNoExponent()
    {
        var text = Encoding.UTF8.GetString(CatalogFileWriter.Write(new CatalogFile { Models = [Model("a/b", "acme", 0.0000000001m)] }));

        Assert.Contains("\"0.0000000001\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WrongFile_NamesItAndEveryError()
    {
        var wrong = Assert.Throws<ConfigurationException>(() => CatalogFileReader.Read(
            """{ "as_of": "today", "models": { "a": { "endpoints": [ { "provider": "nobody", "upstream_model": "x", "pricing": { "prompt": 1 } } ] } }, "extra": 1 }"""u8.ToArray(), "acme.json", [Acme]));

        Assert.All(wrong.Errors, error => Assert.StartsWith("acme.json: ", error, StringComparison.Ordinal));
        foreach (var part in (string[])["as_of", "must be author/slug", "nobody", "pricing.prompt", "extra"])
        {
            Assert.Contains(wrong.Errors, error => error.Contains(part, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Add_SameModel_KeepsTheDescriptionAndReplacesTheProvidersEndpoint()
    {
        ImmutableArray<ModelConfiguration> known = [Model("a/b", "acme", 1m) with { Name = "First", Endpoints = [Endpoint("acme", 1m), Endpoint("other", 2m)] }];

        var model = Assert.Single(CatalogMerge.Add(known, [Model("A/B", "acme", 3m) with { Name = "Second" }]));

        Assert.Equal("First", model.Name);
        Assert.Equal([("other", 2m), ("acme", 3m)], model.Endpoints.Select(endpoint => (endpoint.Provider, endpoint.Price.Prompt)));
    }

    [Fact]
    public void Add_BehindOpenRouter_StillLeavesItLast()
    {
        var merged = CatalogMerge.Add([Model("a/b", "openrouter", 1m)], [Model("a/b", "acme", 2m)]);

        Assert.Equal(["acme", "openrouter"], merged[0].Endpoints.Select(endpoint => endpoint.Provider));
    }

    // What comparing the written texts could not find missing from both.
    private static IEnumerable<object?> Facts(ModelConfiguration model) => model.Endpoints
        .SelectMany(endpoint => (object?[])
        [
            endpoint.Price with { Overrides = [] }, endpoint.Price.For(1_000_000).Prompt, endpoint.Price.For(1_000_000).Completion, endpoint.UpstreamModel, endpoint.ContextLength,
            endpoint.MaxCompletionTokens, endpoint.Quantization, endpoint.IsModerated, endpoint.SupportsImplicitCaching, endpoint.SupportedParameters?.Count,
        ])
        .Concat(
        [
            model.Slug, model.Name, model.Created, model.ContextLength, model.Tokenizer, model.Card.Description, model.Card.KnowledgeCutoff, model.Card.HuggingFaceId, model.Card.Family,
            model.Card.Reasoning is null, string.Join(',', model.InputModalities), string.Join(',', model.OutputModalities), string.Join(',', model.Card.Voices),
        ]);

    private static ModelConfiguration Model(string slug, string provider, decimal price) => new() { Slug = slug, Name = slug, Endpoints = [Endpoint(provider, price)] };

    private static EndpointConfiguration Endpoint(string provider, decimal price) =>
        new() { Provider = provider, UpstreamModel = "x", HasPrice = true, Price = new() { Prompt = price } };
}
