using System.Collections.Immutable;
using Weir.Protocol;

namespace Weir.Server.Endpoints.OpenApi;

/// <summary>The operations of <see cref="ApiOperations"/> that are about users, and the published facts that any key may read.</summary>
internal static class OrganizationOperations
{
    private static readonly ImmutableArray<ApiParameter> Page = [new("offset", "Items to skip.", "integer"), new("limit", "Items of the page, 1 to 100.", "integer")];

    public static ImmutableArray<ApiOperation> All { get; } = [.. Users(), .. Mappings(), .. Published()];

    private static IEnumerable<ApiOperation> Users() =>
    [
        new("get", "/organization/members", "Lists the users of the installation.", ApiAccess.ManagementKey) { Query = Page, Answer = WireJson.Default.OrganizationMemberListResponse },
        new("get", "/scim/groups", "Lists the groups that the identity provider has told of.", ApiAccess.ManagementKey) { Query = Page, Answer = WireJson.Default.ScimGroupListResponse },
    ];

    private static IEnumerable<ApiOperation> Mappings() =>
    [
        new("get", "/scim/group-mappings", "Lists what groups give their users in workspaces.", ApiAccess.ManagementKey) { Query = Page, Answer = WireJson.Default.ScimGroupMappingListResponse },
        new("post", "/scim/group-mappings", "Makes the users of a group members of a workspace.", ApiAccess.ManagementKey)
        {
            Body = new ApiBody(IsOpen: false, ("scim_group_id!", "string"), ("workspace_id!", "string"), ("role!", "string")),
            Status = 201,
            Answer = WireJson.Default.DataResponseScimGroupMappingRecord,
        },
        new("get", "/scim/group-mappings/{id}", "Shows a mapping.", ApiAccess.ManagementKey) { Answer = WireJson.Default.DataResponseScimGroupMappingRecord },
        new("patch", "/scim/group-mappings/{id}", "Changes the role that a mapping gives.", ApiAccess.ManagementKey)
        {
            Body = new ApiBody(IsOpen: false, ("role!", "string")),
            Answer = WireJson.Default.DataResponseScimGroupMappingRecord,
        },
        new("delete", "/scim/group-mappings/{id}", "Deletes a mapping.", ApiAccess.ManagementKey)
        {
            Query = [new("keep_members", "Whether those it made members stay so.") { IsRequired = true, Values = ["true", "false"] }],
            Answer = WireJson.Default.DeletedResponse,
        },
    ];

    private static IEnumerable<ApiOperation> Published() =>
    [
        new("get", "/benchmarks", "Lists the published scores that the catalogue has.", ApiAccess.AnyKey)
        {
            Query =
            [
                new("source", "Who published them.") { Values = ["artificial-analysis", "design-arena", "openrouter"] },
                new("task_type", "What they are about.") { Values = ["coding", "intelligence", "agentic", "search"] },
                new("benchmark_type", "One benchmark of OpenRouter, of which this server has none."),
                new("arena", "An arena of Design Arena.") { Values = ["models", "builders", "agents"] },
                new("category", "A category of an arena."),
                new("max_results", "Most items of the answer.", "integer"),
            ],
            Answer = WireJson.Default.BenchmarkListResponse,
        },
        new("get", "/classifications/task", "Shows shares of the traffic by task; empty, since nothing here tells tasks apart.", ApiAccess.AnyKey)
        {
            Query = [new("window", "Days that count.") { Values = ["7d"] }],
            Answer = WireJson.Default.DataResponseTaskClassificationRecord,
        },
    ];
}
