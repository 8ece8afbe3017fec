using System.Net;
using System.Text.Json;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Simulator;

public sealed class RefusalTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [Theory]
    [InlineData("{", 400, null, "invalid_json")]
    [InlineData("[]", 400, null, "invalid_json")]
    [InlineData("", 400, null, "invalid_json")]
    [InlineData("""{"model":"sim/small"}""", 400, "messages", "missing_required_parameter")]
    [InlineData("""{"model":"sim/small","messages":[]}""", 400, "messages", "empty_array")]
    [InlineData("""{"model":"sim/small","messages":"hi"}""", 400, "messages", "invalid_type")]
    [InlineData("""{"model":"sim/small","messages":[{"role":"king","content":"a"}]}""", 400, "messages[0].role", "invalid_value")]
    [InlineData("""{"model":"sim/small","messages":[{"role":"user"}]}""", 400, "messages[0].content", "invalid_type")]
    [InlineData("""{"model":"sim/small","messages":[{"role":"user","content":"\ud800"}]}""", 400, "messages[0].content", "invalid_unicode")]
    [InlineData("""{"messages":[{"role":"user","content":"a"}]}""", 400, "model", "missing_required_parameter")]
    [InlineData("""{"model":"gpt-9","messages":[{"role":"user","content":"a"}]}""", 404, "model", "model_not_found")]
    [InlineData("""{"model":"sim/fault-unheard-of","messages":[{"role":"user","content":"a"}]}""", 404, "model", "model_not_found")]
    [InlineData("""{"model":"sim/embedding","messages":[{"role":"user","content":"a"}]}""", 400, "model", "wrong_endpoint")]
    [InlineData("""{"model":"sim/small","max_tokens":0,"messages":[{"role":"user","content":"a"}]}""", 400, "max_tokens", "integer_out_of_range")]
    [InlineData("""{"model":"sim/small","n":1.5,"messages":[{"role":"user","content":"a"}]}""", 400, "n", "invalid_type")]
    [InlineData("""{"model":"sim/small","temperature":3,"messages":[{"role":"user","content":"a"}]}""", 400, "temperature", "decimal_out_of_range")]
    [InlineData("""{"model":"sim/small","top_logprobs":2,"messages":[{"role":"user","content":"a"}]}""", 400, "top_logprobs", "invalid_value")]
    [InlineData("""{"model":"sim/small","stop":["1","2","3","4","5"],"messages":[{"role":"user","content":"a"}]}""", 400, "stop", "array_above_max_length")]
    public async Task Request_Wrong_IsRefusedInOpenAiShape(string body, int status, string? param, string code)
    {
        var (actual, error) = await simulator.Client.FailAsync(body);

        Assert.Equal(status, actual);
        Assert.Equal(param, error.GetProperty("param").GetString());
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.Equal("invalid_request_error", error.GetProperty("type").GetString());
    }

    [Fact]
    public async Task Prompt_LongerThanTheContext_IsRefused()
    {
        var prompt = string.Concat(Enumerable.Repeat("river ", 140_000));
        var (status, error) = await simulator.Client.FailAsync(SimulatorClient.Ask(("messages", $$"""[{"role":"user","content":"{{prompt}}"}]""")));

        Assert.Equal(400, status);
        Assert.Equal("context_length_exceeded", error.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("GET", "v1/chat/completions", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "v1/embeddings", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "v1/moderations", HttpStatusCode.NotFound)]
    [InlineData("GET", "", HttpStatusCode.NotFound)]
    [InlineData("GET", "v1/embeddingsish", HttpStatusCode.NotFound)]
    public async Task Path_NotServed_SaysSoByName(string method, string path, HttpStatusCode status)
    {
        using var response = await simulator.Client.SendAsync(new HttpMethod(method), path);
        var error = JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("error");

        Assert.Equal(status, response.StatusCode);
        Assert.Contains("/" + path, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_Listed_AreTheCatalogue()
    {
        using var response = await simulator.Client.SendAsync(HttpMethod.Get, "v1/models");
        var models = JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("data");

        Assert.Equal(Weir.Simulator.SimulatorCatalog.Models.Select(model => model.Id), models.EnumerateArray().Select(model => model.GetProperty("id").GetString()));
    }
}
