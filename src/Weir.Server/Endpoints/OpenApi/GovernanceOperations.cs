using System.Collections.Immutable;
using Weir.Protocol;

namespace Weir.Server.Endpoints.OpenApi;

/// <summary>The operations of <see cref="ApiOperations"/> that are about money and who may spend it.</summary>
internal static class GovernanceOperations
{
    private static readonly ImmutableArray<ApiParameter> Page = [new("offset", "Items to skip.", "integer"), new("limit", "Items of the page, 1 to 100.", "integer")];

    public static ImmutableArray<ApiOperation> All { get; } = [.. Credits(), .. Workspaces(), .. Budgets(), .. Authorizations(), .. Activity(), .. Byok(), .. GuardrailOperations.All];

    private static IEnumerable<ApiOperation> Credits() =>
    [
        new("get", "/credits", "Shows what was granted and used.", ApiAccess.ManagementKey) { Answer = WireJson.Default.DataResponseCreditsRecord },
        new("post", "/credits/coinbase", "Was removed: always 410.", ApiAccess.Open) { Status = 410 },
    ];

    private static IEnumerable<ApiOperation> Workspaces() =>
    [
        new("get", "/workspaces", "Lists workspaces.", ApiAccess.ManagementKey) { Query = Page, Answer = WireJson.Default.WorkspaceListResponse },
        new("post", "/workspaces", "Makes a workspace.", ApiAccess.ManagementKey)
        {
            Body = new ApiBody(
                IsOpen: false, ("name!", "string"), ("slug!", "string"), ("description", "string?"), ("is_observability_io_logging_enabled", "boolean"),
                ("io_logging_sampling_rate", "number"), ("io_logging_api_key_ids", "array?"),
                ("default_text_model", "string?"), ("default_image_model", "string?"), ("default_provider_sort", "string?")),
            Status = 201,
            Answer = WireJson.Default.DataResponseWorkspaceRecord,
        },
        new("get", "/workspaces/{id}", "Shows a workspace, by its id or its slug.", ApiAccess.ManagementKey) { Answer = WireJson.Default.DataResponseWorkspaceRecord },
        new("patch", "/workspaces/{id}", "Changes a workspace; what is left out stays.", ApiAccess.ManagementKey)
        {
            Body = new ApiBody(
                IsOpen: false, ("name", "string"), ("slug", "string"), ("description", "string?"), ("is_observability_io_logging_enabled", "boolean"),
                ("io_logging_sampling_rate", "number"), ("io_logging_api_key_ids", "array?"),
                ("default_text_model", "string?"), ("default_image_model", "string?"), ("default_provider_sort", "string?")),
            Answer = WireJson.Default.DataResponseWorkspaceRecord,
        },
        new("delete", "/workspaces/{id}", "Deletes a workspace that has no active keys.", ApiAccess.ManagementKey) { Answer = WireJson.Default.DeletedResponse },
        new("get", "/workspaces/{id}/members", "Lists the members of a workspace.", ApiAccess.ManagementKey) { Query = Page, Answer = WireJson.Default.MemberListResponse },
        new("post", "/workspaces/{id}/members/add", "Adds members to a workspace.", ApiAccess.ManagementKey)
        {
            Body = new ApiBody(IsOpen: false, ("user_ids!", "array")),
            Answer = WireJson.Default.AddedMembersResponse,
        },
        new("post", "/workspaces/{id}/members/remove", "Removes members from a workspace.", ApiAccess.ManagementKey)
        {
            Body = new ApiBody(IsOpen: false, ("user_ids!", "array")),
            Answer = WireJson.Default.RemovedMembersResponse,
        },
    ];

    private static IEnumerable<ApiOperation> Authorizations() =>
    [
        new("post", "/auth/keys", "Exchanges an authorization code for a key; its text is shown this once.", ApiAccess.Open)
        {
            Body = new ApiBody(IsOpen: true, ("code!", "string"), ("code_verifier", "string"), ("code_challenge_method", "string?")),
            Answer = WireJson.Default.ExchangedKeyResponse,
        },
        new("post", "/auth/keys/code", "Issues an authorization code, good once within ten minutes.", ApiAccess.InferenceKey)
        {
            Body = new ApiBody(
                IsOpen: true, ("callback_url!", "string"), ("code_challenge", "string"), ("code_challenge_method", "string"), ("expires_at", "string?"), ("key_label", "string"),
                ("limit", "number"), ("usage_limit_type", "string"), ("workspace_id", "string")),
            Answer = WireJson.Default.DataResponseAuthorizationCodeRecord,
        },
    ];

    private static IEnumerable<ApiOperation> Activity() =>
    [
        new("get", "/activity", "Shows the traffic of the last thirty completed UTC days, by day and endpoint.", ApiAccess.ManagementKey)
        {
            Query =
            [
                new("date", "One of those days, YYYY-MM-DD."), new("api_key_hash", "The key whose traffic it is."), new("user_id", "Who made the key."),
                new("workspace_id", "The workspace whose traffic it is."), new("group_by", "What is summed apart.") { Values = ["workspace"] },
            ],
            Answer = WireJson.Default.DataResponseIReadOnlyListActivityRecord,
        },
        new("post", "/generation/feedback", "Reports a problem with a generation.", ApiAccess.ManagementKey)
        {
            Body = new ApiBody(IsOpen: false, ("generation_id!", "string"), ("category!", "string"), ("comment", "string")),
            Answer = WireJson.Default.DataResponseSuccessRecord,
        },
    ];

    private static IEnumerable<ApiOperation> Byok() =>
    [
        new("get", "/byok", "Lists stored provider credentials.", ApiAccess.ManagementKey)
        {
            Query = [.. Page, new("workspace_id", "The workspace that they are for."), new("provider", "The provider's slug.")],
            Answer = WireJson.Default.ProviderKeyListResponse,
        },
        new("post", "/byok", "Stores a provider credential, encrypted; requests that it fits are sent with it from then on.", ApiAccess.ManagementKey)
        {
            Body = new ApiBody(
                IsOpen: false, ("provider!", "string"), ("key!", "string"), ("name", "string?"), ("workspace_id", "string"), ("disabled", "boolean"), ("is_fallback", "boolean"),
                ("allowed_models", "array?"), ("allowed_api_key_hashes", "array?"), ("allowed_user_ids", "array?")),
            Status = 201,
            Answer = WireJson.Default.DataResponseProviderKeyRecord,
        },
        new("get", "/byok/{id}", "Shows a stored credential, masked.", ApiAccess.ManagementKey) { Answer = WireJson.Default.DataResponseProviderKeyRecord },
        new("patch", "/byok/{id}", "Changes a stored credential, or replaces its text.", ApiAccess.ManagementKey)
        {
            Body = new ApiBody(
                IsOpen: false, ("key", "string"), ("name", "string?"), ("disabled", "boolean"), ("is_fallback", "boolean"),
                ("allowed_models", "array?"), ("allowed_api_key_hashes", "array?"), ("allowed_user_ids", "array?")),
            Answer = WireJson.Default.DataResponseProviderKeyRecord,
        },
        new("delete", "/byok/{id}", "Deletes a stored credential.", ApiAccess.ManagementKey) { Answer = WireJson.Default.DeletedResponse },
    ];

    private static IEnumerable<ApiOperation> Budgets() =>
    [
        new("get", "/workspaces/{id}/budgets", "Lists the budgets of a workspace.", ApiAccess.ManagementKey) { Answer = WireJson.Default.BudgetListResponse },
        new("get", "/workspaces/{id}/budgets/{interval}", "Shows the budget of a window.", ApiAccess.ManagementKey) { Answer = WireJson.Default.BudgetResponse },
        new("put", "/workspaces/{id}/budgets/{interval}", "Sets the budget of a window: daily, weekly, monthly or lifetime.", ApiAccess.ManagementKey)
        {
            Body = new ApiBody(IsOpen: false, ("limit_usd!", "number"), ("include_byok_in_budgets", "boolean")),
            Answer = WireJson.Default.BudgetResponse,
        },
        new("delete", "/workspaces/{id}/budgets/{interval}", "Removes the budget of a window.", ApiAccess.ManagementKey) { Answer = WireJson.Default.DeletedResponse },
    ];
}
