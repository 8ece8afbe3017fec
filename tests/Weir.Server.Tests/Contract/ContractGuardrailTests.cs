using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Contract;

/// <summary>Guardrails against the schemas of the document.</summary>
public sealed class ContractGuardrailTests : IAsyncLifetime
{
    private const string Root = "/guardrails";
    private const string One = Root + "/{id}";

    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Guardrails_AnswerAsTheDocumentSays()
    {
        var check = new ContractCheck(ContractDocument.Open());

        var made = await CallAsync(check, "post", Root, Root, 201, """{"allowed_models":null,"allowed_providers":["openai","anthropic","deepseek"],"description":"A guardrail for limiting API usage","enforce_zdr_anthropic":true,"enforce_zdr_google":false,"ignored_models":null,"limit_usd":50,"name":"My New Guardrail","reset_interval":"monthly","content_filters":[{"pattern":"\\b(sk-[a-zA-Z0-9]{48})\\b","action":"redact","label":"[API_KEY]"},{"pattern":"a","action":"flag"}],"content_filter_builtins":[{"slug":"email","action":"redact"},{"slug":"regex-prompt-injection","action":"block","scan_scope":"user_only"}]}""");
        var id = made.GetProperty("data").GetProperty("id").GetString();
        _ = await CallAsync(check, "post", Root, Root, 400, "{}");
        _ = await CallAsync(check, "post", Root, Root, 401, "{}", "wrong");
        _ = await CallAsync(check, "post", Root, Root, 403, "{}", _server.InferenceKey);
        _ = await CallAsync(check, "get", Root, Root, 200);
        _ = await CallAsync(check, "get", Root, Root + "?limit=0", 400);
        _ = await CallAsync(check, "get", One, $"{Root}/{id}", 200);
        _ = await CallAsync(check, "get", One, $"{Root}/none", 404);
        _ = await CallAsync(check, "patch", One, $"{Root}/{id}", 200, """{"description":"Updated description","limit_usd":75,"name":"Updated Guardrail Name","reset_interval":"weekly"}""");
        _ = await CallAsync(check, "patch", One, $"{Root}/{id}", 400, """{"name":""}""");
        _ = await CallAsync(check, "delete", One, $"{Root}/{id}", 200);
        _ = await CallAsync(check, "delete", One, $"{Root}/{id}", 404);

        Assert.True(check.Violations.Count == 0, string.Join('\n', check.Violations));
    }

    [Fact]
    public async Task Assignments_AnswerAsTheDocumentSays()
    {
        var check = new ContractCheck(ContractDocument.Open());
        var made = await CallAsync(check, "post", Root, Root, 201, """{"name":"a"}""");
        var id = made.GetProperty("data").GetProperty("id").GetString();
        using var keyMade = await _server.SendAsync(HttpMethod.Post, "/api/v1/keys", _server.ManagementKey, """{"name":"k"}""");
        var hash = (await TestServer.ReadJsonAsync(keyMade)).GetProperty("data").GetProperty("hash").GetString();

        foreach (var (kind, body) in ((string, string)[])[("keys", $$"""{"key_hashes":["{{hash}}"]}"""), ("members", """{"member_user_ids":["user_abc123"]}""")])
        {
            var (of, at) = ($"{One}/assignments/{kind}", $"{Root}/{id}/assignments/{kind}");
            _ = await CallAsync(check, "post", of, at, 200, body);
            _ = await CallAsync(check, "post", of, at, 400, "{}");
            _ = await CallAsync(check, "post", of, $"{Root}/none/assignments/{kind}", 404, body);
            _ = await CallAsync(check, "get", of, at, 200);
            _ = await CallAsync(check, "get", of, $"{Root}/none/assignments/{kind}", 404);
            _ = await CallAsync(check, "get", $"{Root}/assignments/{kind}", $"{Root}/assignments/{kind}", 200);
            _ = await CallAsync(check, "post", of + "/remove", at + "/remove", 200, body);
            _ = await CallAsync(check, "post", of + "/remove", at + "/remove", 400, "{}");
        }

        Assert.True(check.Violations.Count == 0, string.Join('\n', check.Violations));
    }

    private async Task<JsonElement> CallAsync(ContractCheck check, string method, string operation, string path, int status, string? body = null, string? key = null)
    {
        using var answer = await _server.SendAsync(new HttpMethod(method.ToUpperInvariant()), "/api/v1" + path, key ?? _server.ManagementKey, body);
        var text = await check.CheckAsync(method, operation, body ?? "", answer);
        Assert.True(status == (int)answer.StatusCode, $"{method} {path} answered {(int)answer.StatusCode}: {text}");
        return JsonElement.Parse(text);
    }
}
