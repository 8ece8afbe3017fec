using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;
using static Weir.Server.Tests.Records.RecordsServer;

namespace Weir.Server.Tests.Records;

/// <summary>Generations as files: whole, filtered, exact, and harmless in a spreadsheet.</summary>
public sealed class GenerationExportTests : IAsyncLifetime
{
    private const string Path = "/api/weir/generations/export";

    private FakeUpstream _upstream = null!;
    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        _server = await TestServer.StartAsync(_upstream);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Fact]
    public async Task Csv_HasOneRecordALine_AndNothingThatASpreadsheetRuns()
    {
        _ = await AskAsync(_server, Chat("x", ""","user":"=HYPERLINK(\"http://x\",\"a\")","session_id":"a,\"b\"\r\nc" """));
        _ = await AskAsync(_server, Chat("x", ""","user":"plain" """));

        var csv = await TextAsync("?format=csv");

        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"a\"\")\"", csv, StringComparison.Ordinal);
        Assert.Contains("\"a,\"\"b\"\"\r\nc\"", csv, StringComparison.Ordinal);
        Assert.Contains(",0.000018,", csv, StringComparison.Ordinal);
        Assert.StartsWith("place,id,created_at,", csv, StringComparison.Ordinal);
        Assert.Equal(2, csv.Split(",0.000018,").Length - 1);
        Assert.EndsWith("\r\n", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jsonl_GivesTextsAsTheyAre_AndGoesOnAfterAPlace()
    {
        for (var index = 0; index < 3; index++)
        {
            _ = await AskAsync(_server, Chat("x", $$""","user":"=u{{index}}" """));
        }

        var lines = await LinesAsync("");
        var rest = await LinesAsync($"?after={lines[0].GetProperty("place").GetString()}");

        Assert.Equal(["=u0", "=u1", "=u2"], lines.Select(line => line.GetProperty("external_user").GetString()));
        Assert.Equal("0.000018", lines[0].GetProperty("usage_usd").GetRawText());
        Assert.Equal(["=u1", "=u2"], rest.Select(line => line.GetProperty("external_user").GetString()));
    }

    [Fact]
    public async Task Filters_LetThroughWhatTheySay()
    {
        var other = await MakeKeyAsync(_server, "other");
        _ = await AskAsync(_server, Chat("x", ""","user":"u" """));
        _ = await AskAsync(_server, Chat("x"), other.Key);
        _ = await AskAsync(_server, """{"model":"nobody/has","messages":[]}""", other.Key);

        Assert.Equal(3, (await LinesAsync("?workspace_id=default&since=2020-01-01")).Length);
        Assert.Equal(2, (await LinesAsync($"?api_key_hash={other.Hash}")).Length);
        Assert.Equal(2, (await LinesAsync("?model=acme/small")).Length);
        Assert.Single(await LinesAsync("?user=u"));
        Assert.Empty(await LinesAsync("?until=2020-01-01"));
    }

    [Fact]
    public async Task ManyPages_AreOneFile()
    {
        _ = await AskAsync(_server, Chat());
        MillionRows.Insert(System.IO.Path.Combine(_server.Folder, "data", "weir.db"), count: 2_500);

        var lines = await LinesAsync("");

        Assert.Equal(2_501, lines.Select(line => line.GetProperty("id").GetString()).Distinct().Count());
    }

    [Theory]
    [InlineData("?format=xml", 400)]
    [InlineData("?since=yesterday", 400)]
    [InlineData("?api_key_hash=x", 400)]
    [InlineData("?after=x", 400)]
    [InlineData("?workspace_id=none", 404)]
    public async Task Parameters_ThatMakeNoSense_AreRefused(string query, int status)
    {
        using var answer = await _server.SendAsync(HttpMethod.Get, Path + query, _server.ManagementKey);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task InferenceKeys_ExportNothing()
    {
        using var answer = await _server.SendAsync(HttpMethod.Get, Path, _server.InferenceKey);

        Assert.Equal(403, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Command_WritesTheFileToStandardOutput_AndSaysWhatIsWrong()
    {
        var id = await AskAsync(_server, Chat());
        Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] more) => WeirProcess.RunWithAsync(
            ("WEIR_MANAGEMENT_KEY", _server.ManagementKey), ["generations", "export", "--server", _server.Address.ToString(), .. more]);

        var (exitCode, output, errors) = await RunAsync("--format", "csv", "--since", "2020-01-01");
        var (wrong, _, said) = await RunAsync("--workspace", "none");

        Assert.True(exitCode == 0, errors);
        Assert.Contains(id, output, StringComparison.Ordinal);
        Assert.Equal(1, wrong);
        Assert.Contains("There is no workspace 'none'", said, StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string query)
    {
        using var answer = await _server.SendAsync(HttpMethod.Get, Path + query, _server.ManagementKey);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return text;
    }

    private async Task<JsonElement[]> LinesAsync(string query) =>
        [.. (await TextAsync(query)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
}
