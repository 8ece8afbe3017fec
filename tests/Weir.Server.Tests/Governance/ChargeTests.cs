using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Governance;

/// <summary>What a live request is charged: pictures, hours of cache, tiers, and usage that nobody said.</summary>
public sealed class ChargeTests
{
    private const string Picture = """{"type":"image_url","image_url":{"url":"data:image/png;base64,iVBORw0KGgo="}}""";
    private const string Usage = "\"prompt_tokens\":1000,\"completion_tokens\":100,\"total_tokens\":1100";
    private const string Drawn = """{"type":"image_url","image_url":{"url":"data:image/png;base64,iVBORw0KGgo="}}""";

    // 1,000 x 1,000 + 100 x 2,000 nano-dollars for the tokens of each.
    [Theory]
    [InlineData("\"image\": \"0.003\"", "{U}", "", "0.0072")]
    [InlineData("\"image\": \"0.003\"", "{U},\"prompt_tokens_details\":{\"image_tokens\":600}", "", "0.0066")]
    [InlineData("\"image_token\": \"0.000003\"", "{U},\"prompt_tokens_details\":{\"image_tokens\":600}", "", "0.0024")]
    [InlineData("\"image_output\": \"0.04\"", "{U}", ",\"images\":[{I},{I}]", "0.0812")]
    [InlineData("\"image_output\": \"0.00003\"", "{U},\"completion_tokens_details\":{\"image_tokens\":60}", ",\"images\":[{I}]", "0.00288")]
    [InlineData("\"input_cache_write_1h\": \"0.000002\", \"input_cache_write\": \"0.00000125\"", "{U},\"prompt_tokens_details\":{\"cache_write_tokens\":400,\"cache_write_1h_tokens\":300}", "", "0.001525")]
    [InlineData("\"web_search\": \"0.01\"", "{U},\"server_tool_use\":{\"web_search_requests\":2}", "", "0.0212")]
    [InlineData("\"request\": \"0.005\", \"internal_reasoning\": \"0.000006\"", "{U},\"completion_tokens_details\":{\"reasoning_tokens\":50}", "", "0.0064")]
    [InlineData("\"overrides\": [{ \"min_prompt_tokens\": 999, \"prompt\": \"0.000004\" }]", "{U}", "", "0.0042")]
    public async Task Chat_IsChargedByEachPrice_StreamedOrNot(string price, string usage, string more, string cost)
    {
        usage = usage.Replace("{U}", Usage, StringComparison.Ordinal);
        more = more.Replace("{I}", Drawn, StringComparison.Ordinal);
        foreach (var streamed in (bool[])[false, true])
        {
            await using var upstream = await FakeUpstream.StartAsync(streamed ? FakeUpstream.Events(Chunk(more, "null"), Chunk("", "\"stop\""), Closing(usage), "[DONE]") : FakeUpstream.Json(200, Whole(usage, more)));
            await using var server = await TestServer.StartAsync(Config(upstream, price));

            using var answer = await server.ChatAsync(Body(streamed));
            _ = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var record = await server.GenerationOfAsync(answer);
            Assert.Equal((cost, false), (record.GetProperty("total_cost").GetRawText(), record.GetProperty("usage_estimated").GetBoolean()));
            Assert.Equal(cost, (await server.GetJsonAsync("/api/v1/key")).GetProperty("data").GetProperty("usage").GetRawText());
        }
    }

    [Fact]
    public async Task HoursOfTheDay_AreThoseAtWhichTheRequestCame()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Whole(Usage, "")));
        var clock = new ShiftedTime();
        await using var server = await TestServer.StartAsync(
            Config(upstream, "\"overrides\": [{ \"utc_start\": 0, \"utc_end\": 1200, \"prompt\": \"0.000004\" }]"), adjust: options => options with { Time = clock });
        var now = clock.GetUtcNow();
        clock.Shift = TimeSpan.FromHours(11) - now.TimeOfDay;
        using var dear = await server.ChatAsync(Body(streamed: false));

        clock.Shift += TimeSpan.FromHours(1);
        using var cheap = await server.ChatAsync(Body(streamed: false));

        Assert.Equal("0.0042", (await server.GenerationOfAsync(dear)).GetProperty("total_cost").GetRawText());
        Assert.Equal("0.0012", (await server.GenerationOfAsync(cheap)).GetProperty("total_cost").GetRawText());
        var shown = (await server.GetJsonAsync("/api/v1/models")).GetProperty("data")[0].GetProperty("pricing").GetProperty("overrides")[0];
        Assert.Equal("""{"utc_start":0,"utc_end":1200,"prompt":"0.000004"}""", shown.GetRawText());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task UsageThatNobodySaid_IsCountedHere_AndMarked(bool streamed)
    {
        await using var upstream = await FakeUpstream.StartAsync(streamed ? FakeUpstream.Events(Chunk("", "null"), Chunk("", "\"stop\""), "[DONE]") : FakeUpstream.Json(200, Whole("", "")));
        await using var server = await TestServer.StartAsync(Config(upstream, "\"image\": \"0.003\""));

        using var answer = await server.ChatAsync(Body(streamed));
        _ = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var record = await server.GenerationOfAsync(answer);
        var (prompt, completion) = (record.GetProperty("native_tokens_prompt").GetInt64(), record.GetProperty("native_tokens_completion").GetInt64());
        Assert.True(record.GetProperty("usage_estimated").GetBoolean());
        Assert.InRange(prompt, 4, 20);
        Assert.InRange(completion, 2, 10);
        Assert.Equal((prompt * 0.000001m) + (completion * 0.000002m) + (2 * 0.003m), record.GetProperty("total_cost").GetDecimal());
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":1,\"total_tokens\":1001}")]
    public async Task CallerWhoLeaves_PaysForWhatWasProduced_WhateverWasSaidBefore(string said)
    {
        await using var upstream = await FakeUpstream.StartAsync(async context =>
        {
            await FakeUpstream.Events([.. Enumerable.Range(0, 40).Select(_ => "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"one two three four five \"}}]" + said + "}")])(context);
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        await using var server = await TestServer.StartAsync(Config(upstream, "\"image\": \"0.003\""));
        string id;
        using (var client = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false }))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "/api/v1/chat/completions")) { Content = new StringContent(Body(streamed: true)) };
            request.Content.Headers.ContentType = new("application/json");
            request.Headers.Authorization = new("Bearer", server.InferenceKey);
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            id = answer.Headers.GetValues("X-Generation-Id").Single();
            await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            var buffer = new byte[4_000];
            _ = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, TestContext.Current.CancellationToken);
        }

        JsonElement record = default;
        await Wait.UntilAsync(async () => (record = await server.GetJsonAsync($"/api/v1/generation?id={id}")).TryGetProperty("data", out record), "no record");
        Assert.True(record.GetProperty("cancelled").GetBoolean());
        Assert.True(record.GetProperty("usage_estimated").GetBoolean());
        Assert.True(record.GetProperty("native_tokens_completion").GetInt64() > 20, record.GetRawText());
        Assert.Equal(
            (record.GetProperty("native_tokens_prompt").GetInt64() * 0.000001m) + (record.GetProperty("native_tokens_completion").GetInt64() * 0.000002m) + 0.006m,
            record.GetProperty("total_cost").GetDecimal());
    }

    private static string Body(bool streamed) =>
        $$"""{"model":"acme/eye","stream":{{(streamed ? "true" : "false")}},"messages":[{"role":"user","content":[{"type":"text","text":"Compare"},{{Picture}},{{Picture}}]}]}""";

    private static string Whole(string usage, string more) =>
        "{\"id\":\"up\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"They are the same\"" + more + "},\"finish_reason\":\"stop\"}]"
        + (usage.Length == 0 ? "" : ",\"usage\":{" + usage + "}") + "}";

    private static string Chunk(string more, string finish) =>
        "{\"id\":\"up\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"They are \"" + more + "},\"finish_reason\":" + finish + "}]}";

    private static string Closing(string usage) => "{\"id\":\"up\",\"choices\":[],\"usage\":{" + usage + "}}";

    private static string Config(FakeUpstream upstream, string price) => $$"""
        { "providers": { "acme": { "dialect": "openai", "base_url": "{{upstream.BaseUrl}}" } },
          "models": { "acme/eye": { "input_modalities": ["text", "image"], "output_modalities": ["text", "image"], "endpoints": [
            { "provider": "acme", "upstream_model": "eye-1", "pricing": { "prompt": "0.000001", "completion": "0.000002", {{price}} } } ] } } }
        """;
}
