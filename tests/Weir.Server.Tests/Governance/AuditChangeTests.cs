using System.Text.Json;
using Weir.Server.Tests.Testing;
using Weir.Server.Tests.Traces;
using Xunit;

namespace Weir.Server.Tests.Governance;

/// <summary>What the log of changes says of an update: the fields that differ, never a secret.</summary>
public sealed class AuditChangeTests : IAsyncLifetime
{
    private const string FirstSecret = "sk-first-0123456789abcdef";
    private const string SecondSecret = "sk-second-0123456789abcdef";

    private static readonly string[] NotNoted = ["not noted"];

    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Key_ChangedFieldsWithOldAndNew_WithoutWhatMovesByItself()
    {
        var hash = await MakeAsync("keys", """{"name":"night","limit":10}""", "hash");

        await CallAsync(HttpMethod.Patch, $"/api/v1/keys/{hash}", 200, """{"name":"day","limit":2.5,"limit_reset":"daily","disabled":false}""");

        Assert.Equal(["limit: 10 -> 2.5", "limit_reset: null -> \"daily\"", "name: \"night\" -> \"day\""], await NewestAsync());
    }

    [Fact]
    public async Task Guardrail_ListsAndTexts()
    {
        var id = await MakeAsync("guardrails", """{"name":"g","allowed_models":["a/b"]}""", "id");

        await CallAsync(HttpMethod.Patch, $"/api/v1/guardrails/{id}", 200, """{"allowed_models":["a/b","c/d"],"description":"of the night"}""");

        Assert.Equal(["allowed_models: [\"a/b\"] -> [\"a/b\",\"c/d\"]", "description: null -> \"of the night\""], await NewestAsync());
    }

    [Fact]
    public async Task GuardrailOfAWorkspace_FirstWritten_SaysNotThatItWasMadeThen()
    {
        var id = (await _server.GetJsonAsync("/api/v1/workspaces/default", _server.ManagementKey)).GetProperty("data").Text("id");

        await CallAsync(HttpMethod.Patch, $"/api/v1/guardrails/{id}", 200, """{"description":"of the night"}""");

        Assert.Equal(["description: null -> \"of the night\""], await NewestAsync());
    }

    [Fact]
    public async Task CallerWhoLeaves_IsNotSaidToHaveBeenAnswered()
    {
        var hash = await MakeAsync("keys", """{"name":"night"}""", "hash");
        using (var left = await HeldRequest.BeginAsync(_server, HttpMethod.Patch, $"/api/v1/keys/{hash}", """{"name":"day"}"""))
        {
            await left.LeaveAsync();
        }

        JsonElement line = default;
        await Wait.UntilAsync(
            async () =>
            {
                line = (await _server.GetJsonAsync("/api/weir/audit?limit=1", _server.ManagementKey)).GetProperty("data")[0];
                return line.GetProperty("status").ValueKind == JsonValueKind.Number;
            },
            "How it ended was not noted.");

        Assert.Equal((499, JsonValueKind.Null), (line.GetProperty("status").GetInt32(), line.GetProperty("changes").ValueKind));
    }

    [Fact]
    public async Task Workspace_NewSlug_IsFoundByItAfterwards()
    {
        _ = await MakeAsync("workspaces", """{"name":"A","slug":"a"}""", "id");

        await CallAsync(HttpMethod.Patch, "/api/v1/workspaces/a", 200, """{"slug":"b"}""");

        Assert.Equal(["slug: \"a\" -> \"b\""], await NewestAsync());
    }

    [Fact]
    public async Task Budget_NewOne_HadNoLimitBefore()
    {
        await CallAsync(HttpMethod.Put, "/api/v1/workspaces/default/budgets/daily", 200, """{"limit_usd":5,"include_byok_in_budgets":true}""");

        Assert.Equal(["include_byok_in_budgets: false -> true", "limit_usd: null -> 5"], await NewestAsync());
    }

    [Fact]
    public async Task Credential_NewText_IsSaidToHaveChanged_AndNoPartOfItIsThere()
    {
        var id = await MakeAsync("byok", $$"""{"provider":"openai","key":"{{FirstSecret}}"}""", "id");

        await CallAsync(HttpMethod.Patch, $"/api/v1/byok/{id}", 200, $$"""{"key":"{{SecondSecret}}","name":"new"}""");

        Assert.Equal(["key: secret", "name: null -> \"new\""], await NewestAsync());
        var log = (await _server.GetJsonAsync("/api/weir/audit", _server.ManagementKey)).GetRawText();
        Assert.DoesNotContain("sk-first", log, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-second", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_SwitchedOff_SaysWhy()
    {
        var slug = (await _server.GetJsonAsync("/api/weir/providers", _server.ManagementKey)).GetProperty("data")[0].Text("slug");

        await CallAsync(HttpMethod.Patch, $"/api/weir/providers/{slug}", 200, """{"enabled":false,"reason":"maintenance"}""");

        Assert.Equal(["disabled_reason: null -> \"maintenance\"", "is_enabled: true -> false"], await NewestAsync());
    }

    [Fact]
    public async Task User_NewRole()
    {
        using var made = await _server.SendAsync(HttpMethod.Post, "/api/weir/users", _server.ManagementKey, """{"email":"ada@example.com"}""");
        var id = (await TestServer.ReadJsonAsync(made)).GetProperty("data").Text("id");

        await CallAsync(HttpMethod.Patch, $"/api/weir/users/{id}", 200, """{"role":"org:admin"}""");

        Assert.Contains("role: \"org:member\" -> \"org:admin\"", await NewestAsync());
    }

    [Fact]
    public async Task LongValue_IsLeftOut()
    {
        var id = await MakeAsync("guardrails", """{"name":"g"}""", "id");
        var models = string.Join(',', Enumerable.Range(0, 500).Select(number => $"\"author/model-{number}\""));

        await CallAsync(HttpMethod.Patch, $"/api/v1/guardrails/{id}", 200, $$"""{"ignored_models":[{{models}}]}""");

        Assert.Equal(["ignored_models: too_long"], await NewestAsync());
    }

    [Fact]
    public async Task RefusedOrNoUpdate_HasNoChanges_AndOneThatChangesNothingAnEmptyList()
    {
        var hash = await MakeAsync("keys", """{"name":"night"}""", "hash");
        Assert.Equal(NotNoted, await NewestAsync());

        await CallAsync(HttpMethod.Patch, $"/api/v1/keys/{hash}", 400, """{"limit":"much"}""");
        Assert.Equal(NotNoted, await NewestAsync());
        await CallAsync(HttpMethod.Patch, $"/api/v1/keys/{new string('0', 64)}", 404, """{"limit":1}""");
        Assert.Equal(NotNoted, await NewestAsync());

        await CallAsync(HttpMethod.Patch, $"/api/v1/keys/{hash}", 200, """{"name":"night"}""");
        Assert.Empty(await NewestAsync());
    }

    private async Task<string> MakeAsync(string kind, string body, string id)
    {
        using var made = await _server.SendAsync(HttpMethod.Post, $"/api/v1/{kind}", _server.ManagementKey, body);
        Assert.Equal(201, (int)made.StatusCode);
        return (await TestServer.ReadJsonAsync(made)).GetProperty("data").Text(id)!;
    }

    private async Task CallAsync(HttpMethod method, string path, int status, string body)
    {
        using var answer = await _server.SendAsync(method, path, _server.ManagementKey, body);
        Assert.True((int)answer.StatusCode == status, $"{path}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
    }

    /// <summary>The changes of the newest line, by field.</summary>
    private async Task<string[]> NewestAsync()
    {
        var line = (await _server.GetJsonAsync("/api/weir/audit?limit=1", _server.ManagementKey)).GetProperty("data")[0];
        return line.GetProperty("changes") is { ValueKind: JsonValueKind.Array } changes ? [.. changes.EnumerateArray().Select(TextOf).Order(StringComparer.Ordinal)] : NotNoted;
    }

    private static string TextOf(JsonElement change)
    {
        var (field, old, now) = (change.Text("field"), change.GetProperty("old"), change.GetProperty("new"));
        if (change.Text("omitted") is not { } omitted)
        {
            return $"{field}: {old.GetRawText()} -> {now.GetRawText()}";
        }

        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (old.ValueKind, now.ValueKind));
        return $"{field}: {omitted}";
    }
}
