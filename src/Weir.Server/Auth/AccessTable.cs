using System.Collections.Immutable;

namespace Weir.Server.Auth;

/// <summary>Who may perform what, one line an operation or an area; a test finds what is mapped and has no line here.</summary>
/// <remarks>
/// An operation with a line of its own is as that says; else the line of the longest area counts. An alias under <c>/v1</c> is what it stands for.
/// What has no line is for administrators alone.
/// </remarks>
internal static class AccessTable
{
    private const string Api = "/api";
    private const string Alias = "/v1/";

    public static ImmutableArray<AccessEntry> All { get; } = [.. Inference(), .. Reading(), .. Keys(), .. Workspaces(), .. Organization(), .. Server()];

    /// <summary>Who may perform an operation; null when the table does not know it.</summary>
    /// <param name="method">In upper case; HEAD is GET.</param>
    /// <param name="pattern">As it is mapped.</param>
    public static Access? Find(string method, string pattern)
    {
        var verb = method == "HEAD" ? "GET" : method;
        return (Exact(verb, pattern) ?? (pattern.StartsWith(Alias, StringComparison.Ordinal) ? Exact(verb, Api + pattern) : null) ?? Area(verb, pattern))?.Access;
    }

    private static AccessEntry? Exact(string method, string pattern) => All.FirstOrDefault(entry => !entry.IsArea && entry.Covers(method, pattern));

    private static AccessEntry? Area(string method, string pattern) => All.Where(entry => entry.IsArea && entry.Covers(method, pattern)).MaxBy(entry => entry.Pattern.Length);

    private static IEnumerable<AccessEntry> Inference() =>
    [
        new("POST", "/api/v1/chat/completions", Access.InferenceKey),
        new("POST", "/api/v1/completions", Access.InferenceKey),
        new("POST", "/api/v1/responses", Access.InferenceKey),
        new("POST", "/api/v1/messages", Access.InferenceKey),
        new("POST", "/api/v1/messages/count_tokens", Access.InferenceKey),
        new("POST", "/api/v1/embeddings", Access.InferenceKey),
        new("POST", "/api/v1/rerank", Access.InferenceKey),
        new("POST", "/api/v1/images", Access.InferenceKey),
        new("POST", "/api/v1/images/generations", Access.InferenceKey),
        new("POST", "/api/v1/audio/speech", Access.InferenceKey),
        new("POST", "/api/v1/audio/transcriptions", Access.InferenceKey),
        new("POST", "/api/v1/auth/keys/code", Access.InferenceKey),
        new("POST", "/v1/traces", Access.InferenceKey),
        new("POST", "/v1", Access.InferenceKey),
        new("POST", "/opentelemetry.proto.collector.trace.v1.TraceService/Export", Access.InferenceKey),
        new("POST", "/v1/projects/{project_identifier}/spans", Access.InferenceKey),
    ];

    // The catalogue is everybody's; records and traces are those of the caller's workspace.
    private static IEnumerable<AccessEntry> Reading() =>
    [
        new("GET", "/api/v1/models/**", Access.Open),
        new("GET", "/api/v1/model/**", Access.Open),
        new("GET", "/api/v1/endpoints/**", Access.Open),
        new("GET", "/api/v1/providers", Access.Open),
        new("GET", "/api/v1/parameters/**", Access.AnyCaller),
        new("GET", "/api/v1/images/**", Access.Open),
        new("GET", "/api/v1/embeddings/models", Access.Open),
        new("GET", "/api/v1/models/user", Access.AnyCaller),
        new("GET", "/api/v1/generation", Access.AnyCaller),
        new("GET", "/api/v1/generation/content", Access.AnyCaller),
        new("GET", "/api/v1/benchmarks", Access.AnyCaller),
        new("GET", "/api/v1/classifications/task", Access.AnyCaller),
        new("GET", "/api/v1/datasets/**", Access.AnyCaller),
        new("*", "/v1/**", Access.AnyCaller),
        new("GET", "/api/weir/status", Access.AnyCaller),
        new("GET", "/api/weir/endpoints/health", Access.AnyCaller),
        new("POST", "/api/weir/route", Access.AnyCaller),
        new("GET", "/api/weir/providers", Access.AnyCaller),
        new("GET", "/api/weir/generations/{id}/route", Access.AnyCaller),
        new("GET", "/api/weir/traces/**", Access.AnyCaller),
        new("GET", "/api/weir/spans/**", Access.AnyCaller),
        new("GET", "/api/weir/metrics", Access.AnyCaller),
    ];

    private static IEnumerable<AccessEntry> Keys() =>
    [
        new("GET", "/api/v1/key", Access.AnyCaller),
        new("GET", "/api/v1/keys", Access.Member),
        new("POST", "/api/v1/keys", Access.Member),
        new("GET", "/api/v1/keys/{hash}", Access.KeyOwner),

        // Not the owner: whoever administers a workspace disables a key and lowers its limit for a reason.
        new("PATCH", "/api/v1/keys/{hash}", Access.WorkspaceAdmin),
        new("DELETE", "/api/v1/keys/{hash}", Access.KeyOwner),
        new("POST", "/api/v1/auth/keys", Access.Open),
        new("POST", "/api/weir/authorizations", Access.Administrator),
    ];

    private static IEnumerable<AccessEntry> Workspaces() =>
    [
        new("GET", "/api/v1/workspaces", Access.Member),
        new("POST", "/api/v1/workspaces", Access.Administrator),
        new("GET", "/api/v1/workspaces/{id}", Access.Member),
        new("PATCH", "/api/v1/workspaces/{id}", Access.WorkspaceAdmin),
        new("DELETE", "/api/v1/workspaces/{id}", Access.Administrator),
        new("GET", "/api/v1/workspaces/{id}/members", Access.Member),
        new("POST", "/api/v1/workspaces/{id}/members/add", Access.WorkspaceAdmin),
        new("POST", "/api/v1/workspaces/{id}/members/remove", Access.WorkspaceAdmin),
        new("GET", "/api/v1/workspaces/{id}/budgets/**", Access.Member),
        new("*", "/api/v1/workspaces/{id}/budgets/**", Access.Administrator),
    ];

    private static IEnumerable<AccessEntry> Organization() =>
    [
        new("*", "/api/v1/organization/**", Access.Administrator),
        new("*", "/api/v1/scim/**", Access.Administrator),
        new("*", "/scim/**", Access.Administrator),
        new("*", "/api/v1/activity", Access.Administrator),
        new("*", "/api/v1/analytics/**", Access.Administrator),
        new("*", "/api/v1/byok/**", Access.Administrator),
        new("*", "/api/v1/credits", Access.Administrator),
        new("POST", "/api/v1/credits/coinbase", Access.Open),
        new("POST", "/api/v1/generation/feedback", Access.Administrator),
        new("*", "/api/v1/guardrails/**", Access.Administrator),
        new("*", "/api/v1/observability/**", Access.Administrator),
        new("*", "/api/weir/**", Access.Administrator),
    ];

    // Pages, and what has no caller.
    private static IEnumerable<AccessEntry> Server() =>
    [
        new("GET", "/auth/**", Access.Open),
        new("*", "/console/session", Access.Open),
        new("GET", "/arize_phoenix_version", Access.Open),
        new("GET", "/healthz", Access.Open),
        new("GET", "/readyz", Access.Open),
        new("GET", "/metrics", Access.Open),
        new("GET", "/openapi.json", Access.Open),
        new("GET", "/openapi.yaml", Access.Open),
        new("GET", "/weir.schema.json", Access.Open),
        new("GET", "/{**path}", Access.Open),
    ];
}
