using System.Globalization;
using System.Net;
using Weir.Server.Tests.Testing;
using Xunit;
using static Weir.Server.Tests.Records.RecordsServer;

namespace Weir.Server.Tests.Records;

/// <summary>Data sets of local traffic, asked on the day after it.</summary>
public sealed class DatasetTests : IAsyncLifetime
{
    private static readonly (string, string)[] One = [("HTTP-Referer", "https://one.example/app?user=7"), ("X-OpenRouter-Title", "One"), ("X-OpenRouter-Categories", "cli-agent,nonsense")];
    private static readonly (string, string)[] Two = [("HTTP-Referer", "https://two.example/")];

    private readonly ShiftedTime _time = new();
    private FakeUpstream _upstream = null!;
    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        _server = await TestServer.StartAsync(TestServer.Config("", _upstream.BaseUrl), adjust: options => options with { Time = _time });
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Fact]
    public async Task Rankings_CountTheTokensOfEachModelOnItsDay()
    {
        var day = _time.GetUtcNow();
        _ = await AskAsync(_server, Chat());
        _ = await AskAsync(_server, Chat());
        _ = await AskAsync(_server, """{"model":"nobody/has","messages":[]}""");
        _time.Shift = TimeSpan.FromDays(1);

        var ranked = await CallAsync(_server, HttpMethod.Get, "/datasets/rankings-daily", 200, key: _server.InferenceKey);

        var row = Assert.Single(ranked.GetProperty("data").EnumerateArray());
        Assert.Equal((Text(day), "acme/small", "28"), (row.GetProperty("date").GetString(), row.GetProperty("model_permaslug").GetString(), row.GetProperty("total_tokens").GetString()));
        Assert.Equal((Text(day), Text(day.AddDays(-29))), (ranked.GetProperty("meta").GetProperty("end_date").GetString(), ranked.GetProperty("meta").GetProperty("start_date").GetString()));
        Assert.Equal(1, await CountAsync("/datasets/rankings-daily?period=week&modality=text&context_bucket=1K"));
        Assert.Equal(0, await CountAsync("/datasets/rankings-daily?context_bucket=10K"));
        Assert.Equal(0, await CountAsync("/datasets/rankings-daily?modality=audio"));
        Assert.Equal(0, await CountAsync("/datasets/rankings-daily?modality=tool_calling"));
        Assert.Equal(0, await CountAsync("/datasets/rankings-daily?category=programming"));
        Assert.Equal(0, await CountAsync("/datasets/rankings-daily?language_type=natural&period=month"));
    }

    [Theory]
    [InlineData("/datasets/rankings-daily?period=year")]
    [InlineData("/datasets/rankings-daily?category=programming&period=day")]
    [InlineData("/datasets/rankings-daily?category=programming&language_type=natural")]
    [InlineData("/datasets/rankings-daily?category=programming&modality=text")]
    [InlineData("/datasets/rankings-daily?end_date=2024-12-31")]
    [InlineData("/datasets/rankings-daily?start_date=2026-02-30")]
    [InlineData("/datasets/rankings-daily?start_date=2026-02-02&end_date=2026-02-01")]
    [InlineData("/datasets/rankings-daily?end_date=9999-12-31")]
    [InlineData("/datasets/app-rankings?sort=best")]
    [InlineData("/datasets/app-rankings?limit=101")]
    [InlineData("/datasets/app-rankings?offset=101")]
    [InlineData("/datasets/app-rankings?category=coding&subcategory=game")]
    [InlineData("/datasets/session-cost?turn_range=3-turns")]
    [InlineData("/datasets/session-cost?limit=501")]
    public Task Parameters_ThatMakeNoSense_AreRefused(string path) => CallAsync(_server, HttpMethod.Get, path, 400);

    [Fact]
    public async Task Rankings_BeforeTheFloor_BeginAtIt()
    {
        var answer = await CallAsync(_server, HttpMethod.Get, "/datasets/rankings-daily?start_date=2020-01-01&end_date=2025-01-03", 200);

        Assert.Equal("2025-01-01", answer.GetProperty("meta").GetProperty("start_date").GetString());
    }

    [Fact]
    public async Task Apps_AreRankedByTokensOrByGrowth_AndGenerationsNameThem()
    {
        var id = await AskAsync(_server, Chat(), null, One);
        _time.Shift = TimeSpan.FromDays(1);
        _ = await AskAsync(_server, Chat(), null, One);
        _ = await AskAsync(_server, Chat(), null, Two);
        _ = await AskAsync(_server, Chat(), null, Two);
        _ = await AskAsync(_server, Chat(), null, Two);
        _ = await AskAsync(_server, Chat(), null, ("HTTP-Referer", "http://localhost:3000/"));
        _ = await AskAsync(_server, Chat(), null, ("X-OpenRouter-Title", "No address"));
        var today = Text(_time.GetUtcNow());

        var popular = await CallAsync(_server, HttpMethod.Get, $"/datasets/app-rankings?start_date={today}&end_date={today}", 200);
        var trending = await CallAsync(_server, HttpMethod.Get, $"/datasets/app-rankings?start_date={today}&end_date={today}&sort=trending", 200);
        var coding = await CallAsync(_server, HttpMethod.Get, $"/datasets/app-rankings?end_date={today}&category=coding", 200);
        var second = await CallAsync(_server, HttpMethod.Get, $"/datasets/app-rankings?end_date={today}&offset=1&limit=1", 200);

        Assert.Equal([("two.example", "42", 3), ("One", "14", 1)], popular.GetProperty("data").EnumerateArray().Select(App));
        Assert.Equal([("two.example", "42", 3), ("One", "14", 1)], trending.GetProperty("data").EnumerateArray().Select(App));
        Assert.Equal([("One", "28", 2)], coding.GetProperty("data").EnumerateArray().Select(App));
        Assert.Equal(2, Assert.Single(second.GetProperty("data").EnumerateArray()).GetProperty("rank").GetInt32());
        var generation = (await CallAsync(_server, HttpMethod.Get, $"/generation?id={id}", 200)).GetProperty("data");
        Assert.Equal(coding.GetProperty("data")[0].GetProperty("app_id").GetInt64(), generation.GetProperty("app_id").GetInt64());
    }

    [Fact]
    public async Task SessionCost_IsTheMedianOfTheSessionsOfAnApp()
    {
        foreach (var (session, turns) in ((string, int)[])[("a", 1), ("b", 2), ("c", 4), ("d", 5)])
        {
            for (var turn = 0; turn < turns; turn++)
            {
                _ = await AskAsync(_server, Chat("x", $$""","session_id":"{{session}}" """), null, One);
            }
        }

        _ = await AskAsync(_server, Chat(), null, One);
        _time.Shift = TimeSpan.FromDays(1);

        var costs = await CallAsync(_server, HttpMethod.Get, "/datasets/session-cost?app_slug=one-example-app&model=acme/small", 200);

        Assert.Equal(
            [("1-turn", "0.000018"), ("2-9-turns", "0.000072")],
            costs.GetProperty("data").EnumerateArray().Select(row => (row.GetProperty("turn_range").GetString()!, row.GetProperty("median_session_cost_usd").GetRawText())));
        Assert.Equal(30, costs.GetProperty("meta").GetProperty("window_days").GetInt32());
        Assert.Equal(1, await CountAsync("/datasets/session-cost?turn_range=1-turn&limit=1"));
        Assert.Equal(0, await CountAsync("/datasets/session-cost?app_slug=other"));
    }

    [Fact]
    public async Task Limits_OfDataSets_HoldOnlyWhereTheyAreSet()
    {
        await using var server = await TestServer.StartAsync("""{ "limits": { "datasets": { "requests_per_minute": 100, "requests_per_day": 2 } } }""");
        _ = await CallAsync(server, HttpMethod.Get, "/datasets/session-cost", 200);
        _ = await CallAsync(server, HttpMethod.Get, "/datasets/app-rankings", 200, key: server.InferenceKey);

        using var refused = await server.SendAsync(HttpMethod.Get, "/api/v1/datasets/rankings-daily", server.InferenceKey);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("2", refused.Headers.GetValues("X-RateLimit-Limit").Single());
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        _ = await CallAsync(_server, HttpMethod.Get, "/datasets/rankings-daily", 401, key: "wrong");
    }

    private static (string, string, int) App(System.Text.Json.JsonElement row) =>
        (row.GetProperty("app_name").GetString()!, row.GetProperty("total_tokens").GetString()!, row.GetProperty("total_requests").GetInt32());

    private static string Text(DateTimeOffset day) => day.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<int> CountAsync(string path) => (await CallAsync(_server, HttpMethod.Get, path, 200)).GetProperty("data").GetArrayLength();
}
