using System.Text.Json;
using System.Text.Json.Nodes;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Contract;

/// <summary>Refusals and failures against the schemas of the document.</summary>
public sealed class ContractErrorTests
{
    private static readonly string[] Faults = ["400-context", "400-filter", "401", "402", "404", "429", "500", "502", "503", "529", "reset", "cut", "malformed", "empty", "error-event"];

    public static TheoryData<string> Operations => [.. ContractCalls.ByOperation.Keys];

    public static TheoryData<string> Chats => ["/chat/completions", "/responses", "/messages"];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Refusals_AreAsTheDocumentSays(string operation)
    {
        var check = new ContractCheck(ContractDocument.Open());
        await using var server = await TestServer.StartAsync();
        var empty = await EmptyKeyAsync(server);
        var body = ContractCalls.ByOperation[operation][0];
        var unknown = JsonNode.Parse(body)!.AsObject();
        unknown["model"] = "no/such-model";

        await ExpectAsync(401, body, "");
        await ExpectAsync(401, body, "sk-or-v1-wrong");
        await ExpectAsync(403, body, server.ManagementKey);
        await ExpectAsync(402, body, empty);
        await ExpectAsync(400, "{", server.InferenceKey);
        await ExpectAsync(400, "[]", server.InferenceKey);
        await ExpectAsync(400, """{"model":"sim/small"}""", server.InferenceKey);
        await ExpectAsync(400, unknown.ToJsonString(), server.InferenceKey);

        Assert.True(check.Violations.Count == 0, string.Join('\n', check.Violations));

        async Task ExpectAsync(int status, string sent, string key)
        {
            using var answer = await server.SendAsync(HttpMethod.Post, "/api/v1" + operation, key, sent);
            var text = await check.CheckAsync("post", operation, sent, answer);
            Assert.True(status == (int)answer.StatusCode, $"{operation} answers {(int)answer.StatusCode} where {status} is right: {text}");
        }
    }

    [Theory]
    [MemberData(nameof(Chats))]
    public async Task FailingProviders_AreToldAsTheDocumentSays(string operation)
    {
        var check = new ContractCheck(ContractDocument.Open());
        await using var server = await TestServer.StartAsync();

        foreach (var fault in Faults)
        {
            foreach (var streamed in new[] { false, true })
            {
                var body = JsonNode.Parse(ContractCalls.ByOperation[operation][0])!.AsObject();
                body["model"] = "sim/fault-" + fault;
                body["stream"] = streamed;
                using var answer = await server.SendAsync(HttpMethod.Post, "/api/v1" + operation, server.InferenceKey, body.ToJsonString());
                _ = await check.CheckAsync("post", operation, $"{fault} streamed: {streamed}", answer);
            }
        }

        Assert.True(check.Violations.Count == 0, string.Join('\n', check.Violations));
    }

    [Theory]
    [InlineData("/models?sort=none", "/models", 400)]
    [InlineData("/models/count?output_modalities=smell", "/models/count", 400)]
    [InlineData("/model/no/such", "/model/{author}/{slug}", 404)]
    [InlineData("/models/no/such/endpoints", "/models/{author}/{slug}/endpoints", 404)]
    [InlineData("/images/models/no/such/endpoints", "/images/models/{author}/{slug}/endpoints", 404)]
    [InlineData("/models/user", "/models/user", 401)]
    [InlineData("/generation?id=gen-1", "/generation", 401)]
    public async Task WrongQuestions_AreRefusedAsTheDocumentSays(string path, string operation, int status)
    {
        var check = new ContractCheck(ContractDocument.Open());
        await using var server = await TestServer.StartAsync();

        using var answer = await server.SendAsync(HttpMethod.Get, "/api/v1" + path, status == 401 ? "sk-or-v1-wrong" : server.InferenceKey);
        var text = await check.CheckAsync("get", operation, path, answer);

        Assert.True(status == (int)answer.StatusCode, text);
        Assert.True(check.Violations.Count == 0, string.Join('\n', check.Violations));
    }

    private static async Task<string> EmptyKeyAsync(TestServer server)
    {
        using var made = await server.SendAsync(HttpMethod.Post, "/api/v1/keys", server.ManagementKey, """{"name":"Empty","limit":0}""");
        return JsonElement.Parse(await made.Content.ReadAsStringAsync()).GetProperty("key").GetString()!;
    }
}
