using Microsoft.AspNetCore.Http;
using Weir.Server.Catalogue;
using Weir.Server.Catalogue.Import;
using Weir.Server.Configuration;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Catalogue;

/// <summary>Imports over loopback: what is fetched, with which key, within which bounds, and what stays when it fails.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("weir-import-").FullName;
    private readonly CatalogImporter _importer = new(TimeProvider.System);

    private string FileOfAcme => Path.Combine(_folder, "catalog", "acme.json");

    [Fact]
    public async Task Import_TwoPages_ReportsAndWritesThem()
    {
        await using var upstream = await FakeUpstream.StartAsync(context => FakeUpstream.Json(200, context.Request.Query["offset"] == "1"
            ? Document(Row("acme/b", "0.000002"))
            : Paged(Row("acme/a", "0.000001"), "/v1/models?offset=1"))(context));

        var report = await ImportAsync(upstream, "/v1/models");

        Assert.Equal((2, FileOfAcme, (string?)null), (report.Models, report.File, report.Off));
        Assert.Equal(["acme/a", "acme/b"], report.New);
        Assert.True(File.Exists(FileOfAcme));
    }

    [Fact]
    public async Task Import_Again_SaysWhatIsNewChangedAndDropped()
    {
        var answer = Document(Row("acme/a", "0.000001"), Row("acme/b", "0.000001"), Row("acme/c", "0.000001"), "42");
        await using var upstream = await FakeUpstream.StartAsync(context => FakeUpstream.Json(200, answer)(context));
        _ = await ImportAsync(upstream, "/v1/models");
        var first = await File.ReadAllTextAsync(FileOfAcme);

        answer = Document(Row("acme/a", "0.000001"), Row("acme/b", "0.0000010"), Row("acme/c", "0.000003"), Row("acme/d", "0.000001"));
        var dry = await ImportAsync(upstream, "/v1/models", isDryRun: true);
        Assert.Equal(first, await File.ReadAllTextAsync(FileOfAcme));
        answer = Document(Row("acme/a", "0.000001"), Row("acme/b", "0.0000010"), Row("acme/d", "0.000001"));
        var second = await ImportAsync(upstream, "/v1/models");

        Assert.Equal(("acme/d", "acme/c", (string?)null), (Assert.Single(dry.New), Assert.Single(dry.Changed), dry.File));
        Assert.Equal(("acme/d", "acme/c"), (Assert.Single(second.New), Assert.Single(second.Dropped)));
        Assert.Empty(second.Changed);
        Assert.NotEqual(first, await File.ReadAllTextAsync(FileOfAcme));
    }

    [Fact]
    public async Task Import_FromTheProvidersAddress_SendsItsKeyAndFindsTheProvider()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Document(Row("a", "0.000001"))));

        var report = await ImportAsync(upstream, "/other/path", provider: null);

        Assert.Equal("acme", report.Provider);
        Assert.Equal("Bearer secret", Assert.Single(upstream.Requests).Headers["Authorization"]);
        Assert.DoesNotContain("secret", await File.ReadAllTextAsync(FileOfAcme), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_FromElsewhere_KeepsTheKey()
    {
        await using var provider = await FakeUpstream.StartAsync(FakeUpstream.Json(404, "{}"));
        await using var elsewhere = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Document(Row("a", "0.000001"))));

        var report = await _importer.ImportAsync(Order(provider, new Uri(new Uri(elsewhere.BaseUrl), "/models").AbsoluteUri, "acme"), CancellationToken.None);

        Assert.Equal(1, report.Models);
        Assert.False(Assert.Single(elsewhere.Requests).Headers.ContainsKey("Authorization"));
    }

    [Theory]
    [InlineData(500, "{}", "answered 500")]
    [InlineData(200, "<html>", "invalid")]
    [InlineData(200, "{}", "not a document")]
    [InlineData(200, """{ "data": [] }""", "it lists no models")]
    [InlineData(200, """{ "data": [ { "id": "gpt-9", "object": "model" } ] }""", "gpt-9: it has no pricing")]
    public async Task Import_OfSomethingElse_FailsAndKeepsTheLastOne(int status, string body, string reason)
    {
        var good = true;
        await using var upstream = await FakeUpstream.StartAsync(context => FakeUpstream.Json(good ? 200 : status, good ? Document(Row("acme/a", "0.000001")) : body)(context));
        _ = await ImportAsync(upstream, "/v1/models");
        var first = await File.ReadAllTextAsync(FileOfAcme);

        good = false;
        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(upstream, "/v1/models"));

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Equal(first, await File.ReadAllTextAsync(FileOfAcme));
    }

    [Fact]
    public async Task Import_NextPageElsewhere_IsRefused()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Paged(Row("acme/a", "0.000001"), "http://169.254.169.254/latest")));

        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(upstream, "/v1/models"));

        Assert.Contains("169.254.169.254", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(FileOfAcme));
    }

    [Fact]
    public async Task Import_PagesWithoutEnd_EndsAtTheBound()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Paged(Row("acme/a", "0.000001"), "/v1/models")));

        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(upstream, "/v1/models"));

        Assert.Contains("100 pages", failure.Message, StringComparison.Ordinal);
        Assert.Equal(100, upstream.Requests.Count);
    }

    [Fact]
    public async Task Import_Redirect_IsNotFollowed()
    {
        await using var upstream = await FakeUpstream.StartAsync(context =>
        {
            context.Response.Redirect("http://127.0.0.1:1/");
            return Task.CompletedTask;
        });

        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(upstream, "/v1/models"));

        Assert.Contains("redirects are not followed", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "which provider answers")]
    [InlineData("nobody", "no provider \"nobody\"")]
    public async Task Import_WithoutAKnownProvider_SaysWhoThereIs(string? provider, string reason)
    {
        var file = Path.Combine(_folder, "models.json");
        await File.WriteAllTextAsync(file, Document(Row("acme/a", "0.000001")));
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, "{}"));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => _importer.ImportAsync(Order(upstream, file, provider), CancellationToken.None));

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Contains("acme, openai", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadAll_BrokenFile_IsLeftOutWithAWarning()
    {
        var files = new ImportedFiles(_folder);
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "catalog"));
        File.WriteAllText(Path.Combine(folder.FullName, "acme.json"), """{ "models": { "acme/a": { "endpoints": [ { "provider": "gone", "upstream_model": "a" } ] } } }""");
        File.WriteAllText(Path.Combine(folder.FullName, "openai.json"), """{ "models": { "openai/own": { "endpoints": [ { "provider": "openai", "upstream_model": "own" } ] } } }""");
        var warnings = new List<string>();

        var models = files.ReadAll(BuiltInCatalog.Instance.Providers, warnings.Add);

        Assert.Equal("openai/own", Assert.Single(models).Slug);
        Assert.Contains("names \"gone\"", Assert.Single(warnings), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _importer.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    internal static string Document(params string[] rows) => $$"""{ "data": [ {{string.Join(',', rows)}} ], "links": { "next": null } }""";

    internal static string Row(string id, string prompt) => $$"""
        { "id": "{{id}}", "name": "{{id}}", "context_length": 1000, "architecture": { "input_modalities": ["text"], "output_modalities": ["text"] },
          "top_provider": {}, "pricing": { "prompt": "{{prompt}}", "completion": "0.000002" } }
        """;

    private static string Paged(string row, string next) => $$"""{ "data": [ {{row}} ], "links": { "next": "{{next}}" } }""";

    private Task<ImportReport> ImportAsync(FakeUpstream upstream, string path, string? provider = "acme", bool isDryRun = false) =>
        _importer.ImportAsync(Order(upstream, new Uri(new Uri(upstream.BaseUrl), path).AbsoluteUri, provider) with { IsDryRun = isDryRun }, CancellationToken.None);

    private ImportOrder Order(FakeUpstream upstream, string source, string? provider) => new()
    {
        Source = source,
        Provider = provider,
        DataFolder = _folder,
        Configuration = new WeirConfiguration
        {
            Providers = [new ProviderConfiguration { Slug = "acme", Name = "Acme", Dialect = "openai", BaseUrl = new Uri(upstream.BaseUrl + "/"), ApiKey = "secret" }],
        },
        Environment = _ => null,
    };
}
