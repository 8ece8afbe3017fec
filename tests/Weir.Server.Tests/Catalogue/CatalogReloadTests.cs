using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Catalogue;

/// <summary>A running server and what is imported meanwhile: taken without a restart, kept when the source fails, used after a restart.</summary>
public sealed class CatalogReloadTests
{
    [Fact]
    public async Task CatalogImport_IsAnsweredByARunningServerAndAfterARestart()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        var folder = Directory.CreateTempSubdirectory("weir-import-").FullName;
        try
        {
            var config = TestServer.Config("", upstream.BaseUrl);
            var document = Path.Combine(folder, "models.json");
            await File.WriteAllTextAsync(document, ImportTests.Document(ImportTests.Row("new-1", "0.000001")));
            await using (var server = await TestServer.StartAsync(config, folder))
            {
                var (exitCode, output, errors) = await WeirProcess.RunAsync(
                    "catalog", "import", document, "--provider", "acme0", "--data", Path.Combine(folder, "data"), "--config", Path.Combine(folder, "weir.json"));

                Assert.True(exitCode == 0, errors);
                Assert.StartsWith("1 models of acme0: 1 new, 0 changed, 0 dropped, 0 skipped\nnew: acme0/new-1\n", output, StringComparison.Ordinal);
                await WaitForAsync(server, "acme0/new-1");
                using var response = await server.ChatAsync("""{"model":"acme0/new-1","messages":[{"role":"user","content":"hi"}]}""");
                Assert.True(response.IsSuccessStatusCode);
                Assert.Contains("\"new-1\"", upstream.Requests.Last().Body, StringComparison.Ordinal);
            }

            await using var restarted = await TestServer.StartAsync(config, folder);
            await WaitForAsync(restarted, "acme0/new-1");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Polling_TakesWhatIsThereAndKeepsItWhenTheSourceFails()
    {
        var isBroken = false;
        await using var source = await FakeUpstream.StartAsync(context =>
            FakeUpstream.Json(isBroken ? 500 : 200, isBroken ? "{}" : ImportTests.Document(ImportTests.Row("polled-1", "0.000001")))(context));
        var config = TestServer.Config("", source.BaseUrl).Replace(
            "\"defaults\"",
            $$"""
            "catalog": { "import": [ { "url": "{{source.BaseUrl}}/models", "provider": "acme0", "every_minutes": 1 } ] }, "defaults"
            """,
            StringComparison.Ordinal);
        var folder = Directory.CreateTempSubdirectory("weir-import-").FullName;
        try
        {
            await using (var server = await TestServer.StartAsync(config, folder))
            {
                await WaitForAsync(server, "acme0/polled-1");
                Assert.Equal("Bearer acme-secret-credential", source.Requests.First(request => request.Path == "/v1/models").Headers["Authorization"]);
            }

            isBroken = true;
            var before = source.Requests.Count;
            await using var restarted = await TestServer.StartAsync(config, folder);
            await Wait.UntilAsync(() => Task.FromResult(source.Requests.Count > before), "The document was not read again.");
            await WaitForAsync(restarted, "acme0/polled-1");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task BrokenFile_LeavesTheOthersInForce()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, "{}"));
        await using var server = await TestServer.StartAsync(upstream);
        var folder = Directory.CreateDirectory(Path.Combine(server.Folder, "data", "catalog")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "broken.json"), "{");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "acme0.json"),
            """{ "models": { "acme/more": { "endpoints": [ { "provider": "acme0", "upstream_model": "more" } ] }, "acme/small": { "endpoints": [ { "provider": "acme0", "upstream_model": "other" } ] } } }""");

        await WaitForAsync(server, "acme/more");

        // The operator's own description wins over an import.
        var endpoints = await server.GetJsonAsync("/api/v1/models");
        Assert.Contains(endpoints.GetProperty("data").EnumerateArray(), model => model.GetProperty("id").GetString() == "acme/small" && model.GetProperty("name").GetString() == "Acme: Small");
    }

    private static Task WaitForAsync(TestServer server, string slug) => Wait.UntilAsync(
        async () => (await server.GetJsonAsync("/api/v1/models")).GetProperty("data").EnumerateArray().Any(model => model.GetProperty("id").GetString() == slug),
        $"{slug} did not appear.");
}
