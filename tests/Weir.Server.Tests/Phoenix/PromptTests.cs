using System.Net;
using Weir.Server.Tests.Testing;
using Weir.Server.Tests.Traces;
using Xunit;

namespace Weir.Server.Tests.Phoenix;

/// <summary>Prompts and system keys of a live server.</summary>
public sealed class PromptTests
{
    private const string Version =
        """{"model_provider":"ANTHROPIC","model_name":"c","template_type":"CHAT","template_format":"MUSTACHE","template":{"type":"chat","messages":[{"role":"user","content":"hi {{x}}"}]},"invocation_parameters":{"type":"anthropic","anthropic":{"max_tokens":10,"temperature":0.50,"new_one":{"a":1e2}}},"tools":null,"unknown":"é"}""";

    [Fact]
    public async Task Version_WithMembersNobodyKnows_ComesBackAsItWasWritten()
    {
        await using var server = await TestServer.StartAsync();

        var id = await CreateAsync(server, "greeting");

        var read = (await server.GetJsonAsync($"/v1/prompt_versions/{id}")).GetProperty("data");
        Assert.Equal(Version[..^1] + $",\"id\":\"{id}\"}}", read.GetRawText());
        Assert.Equal(id, (await server.GetJsonAsync("/v1/prompts/greeting/latest")).GetProperty("data").Text("id"));
    }

    [Theory]
    [InlineData("\"model_provider\":\"ANTHROPIC\"", "\"model_provider\":\"NOBODY\"", "model_provider")]
    [InlineData("\"template_type\":\"CHAT\"", "\"template_type\":\"STR\"", "Template type does not match template")]
    [InlineData("\"template_format\":\"MUSTACHE\"", "\"template_format\":\"JINJA\"", "template_format")]
    [InlineData("\"role\":\"user\"", "\"role\":\"robot\"", "role")]
    [InlineData("\"content\":\"hi {{x}}\"", "\"content\":[{\"type\":\"image\"}]", "type")]
    [InlineData("\"type\":\"anthropic\"", "\"type\":\"openai\"", "openai")]
    [InlineData("\"tools\":null", "\"tools\":{\"type\":\"tools\",\"tools\":[]}", "at least one tool")]
    public async Task Version_Wrong_IsRefusedWithThePlace(string right, string wrong, string problem)
    {
        await using var server = await TestServer.StartAsync();

        var (status, text) = await server.RefusalAsync(HttpMethod.Post, "/v1/prompts", Body("greeting", Version.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(problem, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prompts_HaveVersionsAndTagsAndMetadata()
    {
        await using var server = await TestServer.StartAsync();
        var first = await CreateAsync(server, "greeting");
        var second = await CreateAsync(server, "greeting");
        var prompt = Assert.Single((await server.GetJsonAsync("/v1/prompts")).Data());

        await server.CallAsync(HttpMethod.Post, $"/v1/prompt_versions/{first}/tags", """{"name":"production"}""", server.InferenceKey);
        Assert.Equal(first, (await server.GetJsonAsync("/v1/prompts/greeting/tags/production")).GetProperty("data").Text("id"));
        await server.CallAsync(HttpMethod.Post, $"/v1/prompt_versions/{second}/tags", """{"name":"production"}""", server.InferenceKey);
        var page = await server.GetJsonAsync($"/v1/prompts/{prompt.Text("id")}/versions?limit=1");
        var changed = (await server.CallAsync(HttpMethod.Patch, "/v1/prompts/greeting", """{"metadata":{"a":1.0},"description":null}""")).GetProperty("data");

        Assert.Equal(second, (await server.GetJsonAsync("/v1/prompts/greeting/tags/production")).GetProperty("data").Text("id"));
        Assert.Empty((await server.GetJsonAsync($"/v1/prompt_versions/{first}/tags")).Data());
        Assert.Equal((second, first), (Assert.Single(page.Data()).Text("id"), page.Text("next_cursor")));
        Assert.Equal(("""{"a":1.0}""", "null"), (changed.GetProperty("metadata").GetRawText(), changed.GetProperty("description").GetRawText()));
        Assert.Equal(HttpStatusCode.NotFound, (await server.RefusalAsync(HttpMethod.Get, "/v1/prompts/greeting/tags/none")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await server.RefusalAsync(HttpMethod.Get, "/v1/prompts/No%20Name/latest")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.RefusalAsync(HttpMethod.Get, "/v1/prompts/greeting/latest", key: await server.OtherKeyAsync())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.RefusalAsync(HttpMethod.Delete, "/v1/prompts/greeting", key: server.InferenceKey)).Status);
        await server.CallAsync(HttpMethod.Delete, "/v1/prompts/greeting");
        Assert.Equal(HttpStatusCode.NotFound, (await server.RefusalAsync(HttpMethod.Get, $"/v1/prompt_versions/{first}")).Status);
        Assert.NotEqual(first, await CreateAsync(server, "greeting"));
    }

    [Fact]
    public async Task SystemKeys_AreMadeShownOnceAndTakenAway()
    {
        await using var server = await TestServer.StartAsync();

        var made = (await server.CallAsync(HttpMethod.Post, "/v1/system/api_keys", """{"data":{"name":"ci","expires_at":"2199-01-01T00:00:00Z"}}""")).GetProperty("data");
        var key = made.Text("key")!;
        var works = await server.GetJsonAsync("/v1/prompts", key);
        var listed = (await server.GetJsonAsync("/v1/system/api_keys", server.ManagementKey)).Data();

        Assert.Empty(works.Data());
        Assert.Contains(listed, item => item.Text("id") == made.Text("id") && item.Text("expires_at") == "2199-01-01T00:00:00.000000+00:00");
        Assert.All(listed, item => Assert.False(item.TryGetProperty("key", out _)));
        Assert.Equal(HttpStatusCode.Forbidden, (await server.RefusalAsync(HttpMethod.Get, "/v1/system/api_keys", key: key)).Status);
        Assert.Equal(HttpStatusCode.NotImplemented, (await server.RefusalAsync(HttpMethod.Post, "/v1/system/api_keys", """{"data":{"name":"ci","description":"d"}}""")).Status);
        await server.CallAsync(HttpMethod.Delete, $"/v1/system/api_keys/{made.Text("id")}");
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.RefusalAsync(HttpMethod.Get, "/v1/prompts", key: key)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.RefusalAsync(HttpMethod.Delete, $"/v1/system/api_keys/{made.Text("id")}")).Status);
        Assert.Equal("ANONYMOUS", (await server.GetJsonAsync("/v1/user")).GetProperty("data").Text("auth_method"));
    }

    private static async Task<string> CreateAsync(TestServer server, string name) =>
        (await server.CallAsync(HttpMethod.Post, "/v1/prompts", Body(name, Version), server.InferenceKey)).GetProperty("data").Text("id")!;

    private static string Body(string name, string version) => $$"""{"prompt":{"name":"{{name}}","description":"d"},"version":{{version}}}""";
}
