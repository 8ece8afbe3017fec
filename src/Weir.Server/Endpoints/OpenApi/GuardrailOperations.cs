using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using Weir.Protocol;

namespace Weir.Server.Endpoints.OpenApi;

/// <summary>The operations of <see cref="ApiOperations"/> that are about guardrails.</summary>
internal static class GuardrailOperations
{
    private static readonly ImmutableArray<ApiParameter> Page = [new("offset", "Items to skip.", "integer"), new("limit", "Items of the page, 1 to 100.", "integer")];

    private static readonly (string, string)[] Settings =
    [
        ("description", "string?"), ("limit_usd", "number?"), ("reset_interval", "string?"), ("include_byok_in_budgets", "boolean"),
        ("allowed_models", "array?"), ("ignored_models", "array?"), ("allowed_providers", "array?"), ("ignored_providers", "array?"),
        ("enforce_zdr", "boolean?"), ("enforce_zdr_anthropic", "boolean?"), ("enforce_zdr_openai", "boolean?"), ("enforce_zdr_google", "boolean?"),
        ("enforce_zdr_xai", "boolean?"), ("enforce_zdr_other", "boolean?"), ("enable_free_model_publication", "boolean?"),
        ("enable_free_model_training", "boolean?"), ("enable_paid_model_training", "boolean?"), ("content_filters", "array?"), ("content_filter_builtins", "array?"),
    ];

    public static ImmutableArray<ApiOperation> All { get; } = [.. Guardrails(), .. Assignments("keys", "key_hashes"), .. Assignments("members", "member_user_ids")];

    private static IEnumerable<ApiOperation> Guardrails() =>
    [
        new("get", "/guardrails", "Lists the guardrails of a workspace, or with workspace_id=all those of every one.", ApiAccess.ManagementKey)
        {
            Query = [.. Page, new("workspace_id", "The workspace; the default one when it is left out.")],
            Answer = WireJson.Default.GuardrailListResponse,
        },
        new("post", "/guardrails", "Makes a guardrail, which is in force where it is assigned.", ApiAccess.ManagementKey)
        {
            Body = new ApiBody(IsOpen: false, [("name!", "string"), ("workspace_id", "string"), .. Settings]),
            Status = 201,
            Answer = WireJson.Default.DataResponseGuardrailRecord,
        },
        new("get", "/guardrails/{id}", "Shows a guardrail.", ApiAccess.ManagementKey) { Answer = WireJson.Default.DataResponseGuardrailRecord },
        new("patch", "/guardrails/{id}", "Changes a guardrail, or makes that of a workspace; what is left out stays, lists are replaced.", ApiAccess.ManagementKey)
        {
            Body = new ApiBody(IsOpen: false, [("name", "string"), .. Settings]),
            Answer = WireJson.Default.DataResponseGuardrailRecord,
        },
        new("delete", "/guardrails/{id}", "Deletes a guardrail and its assignments.", ApiAccess.ManagementKey) { Answer = WireJson.Default.DeletedResponse },
    ];

    private static IEnumerable<ApiOperation> Assignments(string kind, string member)
    {
        JsonTypeInfo list = kind == "keys" ? WireJson.Default.KeyAssignmentListResponse : WireJson.Default.MemberAssignmentListResponse;
        return
        [
            new("get", $"/guardrails/assignments/{kind}", $"Lists all {kind} that have a guardrail.", ApiAccess.ManagementKey) { Query = Page, Answer = list },
            new("get", $"/guardrails/{{id}}/assignments/{kind}", $"Lists the {kind} that have this guardrail.", ApiAccess.ManagementKey) { Query = Page, Answer = list },
            new("post", $"/guardrails/{{id}}/assignments/{kind}", $"Assigns a guardrail to {kind}, in place of the one that each has.", ApiAccess.ManagementKey)
            {
                Body = new ApiBody(IsOpen: false, (member + "!", "array")),
                Answer = WireJson.Default.AssignedCountResponse,
            },
            new("post", $"/guardrails/{{id}}/assignments/{kind}/remove", $"Takes a guardrail from {kind}.", ApiAccess.ManagementKey)
            {
                Body = new ApiBody(IsOpen: false, (member + "!", "array")),
                Answer = WireJson.Default.UnassignedCountResponse,
            },
        ];
    }
}
