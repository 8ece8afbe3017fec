using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Contract;

/// <summary>Money and governance against the schemas of the document.</summary>
public sealed class ContractGovernanceTests : IAsyncLifetime
{
    private const string Id = "/workspaces/{id}";
    private const string Budget = "/workspaces/{id}/budgets/{interval}";

    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Credits_AnswerAsTheDocumentSays()
    {
        var check = new ContractCheck(ContractDocument.Open());

        _ = await CallAsync(check, "get", "/credits", "/credits", 200);
        _ = await CallAsync(check, "get", "/credits", "/credits", 401, key: "wrong");
        _ = await CallAsync(check, "get", "/credits", "/credits", 403, key: _server.InferenceKey);
        _ = await CallAsync(check, "post", "/credits/coinbase", "/credits/coinbase", 410, """{"amount":100,"sender":"0x1","chain_id":1}""", key: "");

        Assert.True(check.Violations.Count == 0, string.Join('\n', check.Violations));
    }

    [Fact]
    public async Task Workspaces_AnswerAsTheDocumentSays()
    {
        var check = new ContractCheck(ContractDocument.Open());

        _ = await CallAsync(check, "post", "/workspaces", "/workspaces", 201, """{"name":"Production","slug":"production","description":"d"}""");
        _ = await CallAsync(check, "post", "/workspaces", "/workspaces", 400, """{"name":"Production"}""");
        _ = await CallAsync(check, "post", "/workspaces", "/workspaces", 403, """{"name":"a","slug":"a"}""", _server.InferenceKey);
        _ = await CallAsync(check, "get", "/workspaces", "/workspaces", 200);
        _ = await CallAsync(check, "get", "/workspaces", "/workspaces", 401, key: "wrong");
        _ = await CallAsync(check, "get", Id, "/workspaces/production", 200);
        _ = await CallAsync(check, "get", Id, "/workspaces/none", 404);
        _ = await CallAsync(check, "patch", Id, "/workspaces/production", 200, """{"name":"Prod"}""");
        _ = await CallAsync(check, "patch", Id, "/workspaces/production", 400, """{"slug":"Not Good"}""");
        _ = await CallAsync(check, "post", Id + "/members/add", "/workspaces/production/members/add", 200, """{"user_ids":["u1","u2"]}""");
        _ = await CallAsync(check, "get", Id + "/members", "/workspaces/production/members", 200);
        _ = await CallAsync(check, "post", Id + "/members/remove", "/workspaces/production/members/remove", 200, """{"user_ids":["u1"]}""");
        _ = await CallAsync(check, "post", Id + "/members/remove", "/workspaces/production/members/remove", 400, """{"user_ids":[]}""");
        _ = await CallAsync(check, "delete", Id, "/workspaces/default", 403);
        _ = await CallAsync(check, "delete", Id, "/workspaces/production", 200);
        _ = await CallAsync(check, "delete", Id, "/workspaces/production", 404);

        Assert.True(check.Violations.Count == 0, string.Join('\n', check.Violations));
    }

    [Fact]
    public async Task Budgets_AnswerAsTheDocumentSays()
    {
        var check = new ContractCheck(ContractDocument.Open());

        foreach (var (interval, limit) in ((string, int)[])[("lifetime", 1000), ("monthly", 100), ("weekly", 30), ("daily", 5)])
        {
            _ = await CallAsync(check, "put", Budget, $"/workspaces/default/budgets/{interval}", 200, $$"""{"limit_usd":{{limit}}}""");
            _ = await CallAsync(check, "get", Budget, $"/workspaces/default/budgets/{interval}", 200);
        }

        _ = await CallAsync(check, "get", "/workspaces/{id}/budgets", "/workspaces/default/budgets", 200);
        _ = await CallAsync(check, "get", "/workspaces/{id}/budgets", "/workspaces/none/budgets", 404);
        _ = await CallAsync(check, "put", Budget, "/workspaces/default/budgets/hourly", 400, """{"limit_usd":1}""");
        _ = await CallAsync(check, "delete", Budget, "/workspaces/default/budgets/daily", 200);
        _ = await CallAsync(check, "delete", Budget, "/workspaces/default/budgets/daily", 404);

        Assert.True(check.Violations.Count == 0, string.Join('\n', check.Violations));
    }

    [Fact]
    public async Task Authorizations_AnswerAsTheDocumentSays()
    {
        const string Keys = "/auth/keys";
        const string Code = "/auth/keys/code";
        var check = new ContractCheck(ContractDocument.Open());

        var issued = await CallAsync(check, "post", Code, Code, 200, """{"callback_url":"https://app.example.com/cb","code_challenge":"abc","code_challenge_method":"plain","key_label":"App","limit":5,"usage_limit_type":"monthly","expires_at":"2099-01-01T00:00:00Z"}""", _server.InferenceKey);
        var code = issued.GetProperty("data").GetProperty("id").GetString();
        _ = await CallAsync(check, "post", Keys, Keys, 403, $$"""{"code":"{{code}}"}""", key: "");
        _ = await CallAsync(check, "post", Keys, Keys, 400, $$"""{"code":"{{code}}","code_verifier":"abc","code_challenge_method":"S256"}""", key: "");
        _ = await CallAsync(check, "post", Keys, Keys, 200, $$"""{"code":"{{code}}","code_verifier":"abc","code_challenge_method":"plain"}""", key: "");
        _ = await CallAsync(check, "post", Keys, Keys, 403, $$"""{"code":"{{code}}","code_verifier":"abc"}""", key: "");
        _ = await CallAsync(check, "post", Code, Code, 400, """{"callback_url":"ftp://x"}""", _server.InferenceKey);
        _ = await CallAsync(check, "post", Code, Code, 401, """{"callback_url":"https://x"}""", "wrong");
        _ = await CallAsync(check, "post", Code, Code, 403, """{"callback_url":"https://x"}""");

        Assert.True(check.Violations.Count == 0, string.Join('\n', check.Violations));
    }

    [Fact]
    public async Task ActivityAndFeedback_AnswerAsTheDocumentSays()
    {
        const string Feedback = "/generation/feedback";
        var check = new ContractCheck(ContractDocument.Open());
        using var call = await _server.ChatAsync("{\"model\":\"sim/small\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}");
        var id = call.Headers.GetValues("X-Generation-Id").Single();
        _ = await call.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        _ = await CallAsync(check, "get", "/activity", "/activity", 200);
        _ = await CallAsync(check, "get", "/activity", "/activity?group_by=workspace&workspace_id=default", 200);
        _ = await CallAsync(check, "get", "/activity", "/activity?group_by=key", 400);
        _ = await CallAsync(check, "get", "/activity", "/activity?date=2020-01-01", 400);
        _ = await CallAsync(check, "get", "/activity", "/activity?workspace_id=none", 404);
        _ = await CallAsync(check, "get", "/activity", "/activity", 403, key: _server.InferenceKey);
        _ = await CallAsync(check, "post", Feedback, Feedback, 200, $$"""{"generation_id":"{{id}}","category":"billing","comment":"c"}""");
        _ = await CallAsync(check, "post", Feedback, Feedback, 400, $$"""{"generation_id":"{{id}}","category":"smell"}""");
        _ = await CallAsync(check, "post", Feedback, Feedback, 404, """{"generation_id":"gen-none","category":"other"}""");

        var reports = (await _server.GetJsonAsync($"/api/weir/generations/{id}/feedback", _server.ManagementKey)).GetProperty("data");
        Assert.Equal("c", Assert.Single(reports.EnumerateArray()).GetProperty("comment").GetString());
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
