using System.Globalization;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;
using static Weir.Server.Tests.Records.RecordsServer;

namespace Weir.Server.Tests.Records;

/// <summary>Analytics over the API: what can be asked, and that the answers are what happened.</summary>
public sealed class AnalyticsTests : IAsyncLifetime
{
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
    public async Task Query_SumsWhatTheLedgerCharged_ByLabelsThatPeopleKnow()
    {
        var other = await MakeKeyAsync(_server, "it's <b>");
        _ = await AskAsync(_server, Chat("a", ""","user":"u'1" """), null, ("HTTP-Referer", "https://app.example/"), ("X-OpenRouter-Title", "=App"));
        _ = await AskAsync(_server, Chat("b"), other.Key);
        _ = await AskAsync(_server, """{"model":"nobody/has","messages":[{"role":"user","content":"Hi"}]}""", other.Key);

        var all = Assert.Single(await QueryAsync(_server, """{"metrics":["request_count","total_usage","usage_upstream","usage_web","tokens_total","error_rate","latency_p50","throughput_p99","cache_hit_rate"]}"""));
        var credits = (await CallAsync(_server, HttpMethod.Get, "/credits", 200)).GetProperty("data");
        Assert.Equal(credits.GetProperty("total_usage").GetRawText(), all.GetProperty("total_usage").GetRawText());
        Assert.Equal("0.000036", all.GetProperty("total_usage").GetRawText());
        Assert.Equal((3, 28L, "0.333333", "0"), (all.GetProperty("request_count").GetInt32(), all.GetProperty("tokens_total").GetInt64(), all.GetProperty("error_rate").GetRawText(), all.GetProperty("usage_web").GetRawText()));
        Assert.True(all.GetProperty("latency_p50").GetDouble() > 0);

        var byKey = await QueryAsync(_server, $$"""{"metrics":["request_count"],"dimensions":["api_key_id","model"],"filters":[{"field":"api_key_id","operator":"eq","value":"{{other.Hash}}"}],"order_by":{"field":"model","direction":"asc"} }""");
        Assert.Equal(["acme/small", "nobody/has"], byKey.Select(row => row.GetProperty("model_permaslug").GetString()));
        Assert.All(byKey, row => Assert.Equal(("it's <b>", other.Hash), (row.GetProperty("api_key_id").GetString(), row.GetProperty("api_key_hash").GetString())));
        Assert.Equal("Acme: Small", byKey[0].GetProperty("model").GetString());

        var byApp = Assert.Single(await QueryAsync(_server, """{"metrics":["request_count"],"dimensions":["app"],"filters":[{"field":"external_user","operator":"in","value":["u'1"]}]}"""));
        Assert.Equal(("=App", 1), (byApp.GetProperty("app").GetString(), byApp.GetProperty("request_count").GetInt32()));
        Assert.Equal(1, byApp.GetProperty("app_id").GetInt64());
    }

    [Fact]
    public async Task Query_ByWindow_BeginsAtTheUtcBoundary()
    {
        var id = await AskAsync(_server, Chat());
        var created = DateTimeOffset.Parse((await CallAsync(_server, HttpMethod.Get, $"/generation?id={id}", 200)).GetProperty("data").GetProperty("created_at").GetString()!, CultureInfo.InvariantCulture);

        foreach (var (granularity, start) in ((string, DateTime)[])
        [
            ("minute", created.UtcDateTime.Date.AddHours(created.UtcDateTime.Hour).AddMinutes(created.UtcDateTime.Minute)), ("hour", created.UtcDateTime.Date.AddHours(created.UtcDateTime.Hour)),
            ("day", created.UtcDateTime.Date), ("week", created.UtcDateTime.Date.AddDays(-(((int)created.UtcDateTime.DayOfWeek + 6) % 7))),
            ("month", new DateTime(created.UtcDateTime.Year, created.UtcDateTime.Month, 1)),
        ])
        {
            var row = Assert.Single(await QueryAsync(_server, $$"""{"metrics":["request_count"],"granularity":"{{granularity}}","time_range":{"start":"{{created.AddHours(-1):O}}","end":"{{created.AddHours(1):O}}"} }"""));
            Assert.Equal(start.ToString("yyyy-MM-dd'T'HH:mm:ss'.000Z'", CultureInfo.InvariantCulture), row.GetProperty($"date__{granularity}").GetString());
        }

        // 02:00 in Paris is midnight in UTC in winter: an offset is a moment, never a calendar.
        Assert.Empty(await QueryAsync(_server, $$"""{"metrics":["request_count"],"time_range":{"start":"{{created.AddHours(1).ToOffset(TimeSpan.FromHours(2)):O}}","end":"{{created.AddHours(2):O}}"} }"""));
    }

    [Theory]
    [InlineData("""{}""", "metrics")]
    [InlineData("""{"metrics":[]}""", "metrics")]
    [InlineData("""{"metrics":["requests"]}""", "There is no metric 'requests'; there are request_count, total_usage")]
    [InlineData("""{"metrics":["request_count"],"dimensions":["colour"]}""", "There is no dimension 'colour'; there are model, provider")]
    [InlineData("""{"metrics":["request_count"],"dimensions":["model","app","user"]}""", "'dimensions' must be a list of 1 to 2")]
    [InlineData("""{"metrics":["request_count"],"granularity":"year"}""", "there are minute, hour, day, week, month")]
    [InlineData("""{"metrics":["request_count"],"filters":[{"field":"model","operator":"like","value":"x"}]}""", "there are eq, neq")]
    [InlineData("""{"metrics":["request_count"],"filters":[{"field":"model","operator":"in","value":"x"}]}""", "to be a list")]
    [InlineData("""{"metrics":["request_count"],"filters":[{"field":"model","operator":"eq","value":["x"]}]}""", "must be a text or a number")]
    [InlineData("""{"metrics":["request_count"],"filters":[{"field":"model","operator":"eq","value":"x","include_unset":true}]}""", "include_unset")]
    [InlineData("""{"metrics":["request_count"],"filters":[1]}""", "must be an object")]
    [InlineData("""{"metrics":["request_count"],"order_by":{"field":"date","direction":"asc"}}""", "'order_by.field' is 'date'")]
    [InlineData("""{"metrics":["request_count"],"order_by":{"field":"total_usage","direction":"asc"}}""", "it can be request_count.")]
    [InlineData("""{"metrics":["request_count"],"limit":0}""", "'limit'")]
    [InlineData("""{"metrics":["request_count"],"limit":10001}""", "'limit'")]
    [InlineData("""{"metrics":["request_count"],"time_range":{"start":"2026-01-02T00:00:00Z","end":"2026-01-01T00:00:00Z"}}""", "must be before")]
    [InlineData("""{"metrics":["latency_p50"],"time_range":{"start":"2026-01-01T00:00:00Z","end":"2026-03-01T00:00:00Z"}}""", "31 days")]
    [InlineData("""{"metrics":["request_count"],"granularity":"minute","time_range":{"start":"2026-01-01T00:00:00Z","end":"2026-01-20T00:00:00Z"}}""", "10000 windows")]
    [InlineData("""{"metrics":["request_count"],"colour":1}""", "'colour' cannot be set here")]
    public async Task Query_ThatMakesNoSense_IsRefusedWithTheNamesThereAre(string body, string said)
    {
        var refusal = await CallAsync(_server, HttpMethod.Post, "/analytics/query", 400, body);

        Assert.Contains(said, refusal.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public Task Query_ByClassifiers_IsRefusedByName() => CallAsync(
        _server, HttpMethod.Post, "/analytics/query", 501, """{"metrics":["request_count"],"classifier_dimensions":{"classifier_id":"550e8400-e29b-41d4-a716-446655440000"}}""");

    [Theory]
    [InlineData("'; DROP TABLE generations; --")]
    [InlineData("\\u0000\\u202e")]
    [InlineData("ü😀")]
    public async Task Query_WithHostileValues_AnswersNothingOfThem(string value)
    {
        _ = await AskAsync(_server, Chat());

        Assert.Empty(await QueryAsync(_server, $$"""{"metrics":["request_count"],"filters":[{"field":"model","operator":"eq","value":"{{value}}"}]}"""));
        Assert.Single(await QueryAsync(_server, $$"""{"metrics":["request_count"],"filters":[{"field":"model","operator":"neq","value":"{{value}}"}]}"""));
        _ = await CallAsync(_server, HttpMethod.Post, "/analytics/query", 400, $$"""{"metrics":["{{value}}"]}""");
    }

    [Fact]
    public async Task Query_OfAKeyThatIsNotThere_WarnsAndGoesOn()
    {
        var answer = await CallAsync(_server, HttpMethod.Post, "/analytics/query", 200, """{"metrics":["request_count"],"filters":[{"field":"api_key_id","operator":"in","value":[12345]},{"field":"workspace","operator":"eq","value":"none"}]}""");

        Assert.Equal(2, answer.GetProperty("data").GetProperty("warnings").GetArrayLength());
        Assert.Empty(answer.GetProperty("data").GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task Query_IsCutAtItsLimits_AndSaysSo()
    {
        foreach (var user in (string[])["a", "b", "c"])
        {
            _ = await AskAsync(_server, Chat("x", $$""","user":"{{user}}" """));
        }

        _ = await AskAsync(_server, Chat("x", ""","user":"b" """));
        var top = await CallAsync(_server, HttpMethod.Post, "/analytics/query", 200, """{"metrics":["request_count"],"dimensions":["external_user"],"limit":1}""");
        var grouped = await QueryAsync(_server, """{"metrics":["request_count","error_rate"],"dimensions":["external_user","generation_id"],"order_by":{"field":"error_rate","direction":"desc"},"group_limit":1}""");

        Assert.True(top.GetProperty("data").GetProperty("metadata").GetProperty("truncated").GetBoolean());
        Assert.Equal("b", Assert.Single(top.GetProperty("data").GetProperty("data").EnumerateArray()).GetProperty("external_user").GetString());
        Assert.Equal(4, grouped.Length);
    }

    [Fact]
    public async Task Query_ThatTakesTooLong_Is408_AndTheServerGoesOn()
    {
        await using var server = await TestServer.StartAsync(TestServer.Config("", _upstream.BaseUrl), adjust: options => options with { LongestRead = TimeSpan.FromMilliseconds(5) });
        var id = await AskAsync(server, Chat());
        MillionRows.Insert(Path.Combine(server.Folder, "data", "weir.db"), count: 150_000);

        var refusal = await CallAsync(server, HttpMethod.Post, "/analytics/query", 408, """{"metrics":["request_count"],"dimensions":["generation_id"]}""");

        Assert.Contains("timed out", refusal.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        _ = await CallAsync(server, HttpMethod.Get, $"/generation?id={id}", 200);
        _ = await AskAsync(server, Chat());
    }

    [Fact]
    public async Task Meta_ListsNamesThatQueriesTake()
    {
        var meta = (await CallAsync(_server, HttpMethod.Get, "/analytics/meta", 200)).GetProperty("data");
        _ = await AskAsync(_server, Chat());
        foreach (var metric in meta.GetProperty("metrics").EnumerateArray().Select(metric => metric.GetProperty("name").GetString()))
        {
            var row = Assert.Single(await QueryAsync(_server, $$"""{"metrics":["{{metric}}"]}"""));
            Assert.True(row.TryGetProperty(metric!, out var value) && value.ValueKind is JsonValueKind.Number or JsonValueKind.Null);
        }

        foreach (var dimension in meta.GetProperty("dimensions").EnumerateArray().Select(dimension => dimension.GetProperty("name").GetString()))
        {
            var row = Assert.Single(await QueryAsync(_server, $$"""{"metrics":["request_count"],"dimensions":["{{dimension}}"]}"""));
            Assert.True(row.TryGetProperty(dimension!, out _));
        }

        _ = await CallAsync(_server, HttpMethod.Get, "/analytics/meta", 403, key: _server.InferenceKey);
        _ = await CallAsync(_server, HttpMethod.Post, "/analytics/query", 403, "{}", _server.InferenceKey);
    }
}
