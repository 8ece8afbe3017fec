using System.Text.Json.Serialization;
using Weir.Protocol;

namespace Weir.OpenRouter;

/// <summary>Source-generated JSON of the workspace records: nulls are left out, numbers may come as texts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(BulkAddWorkspaceMembersRequest))]
[JsonSerializable(typeof(BulkAddWorkspaceMembersResponse))]
[JsonSerializable(typeof(BulkRemoveWorkspaceMembersRequest))]
[JsonSerializable(typeof(BulkRemoveWorkspaceMembersResponse))]
[JsonSerializable(typeof(CreateWorkspaceRequest))]
[JsonSerializable(typeof(DataResponse<Workspace>), TypeInfoPropertyName = "DataOfWorkspace")]
[JsonSerializable(typeof(DeleteWorkspaceBudgetResponse))]
[JsonSerializable(typeof(DeleteWorkspaceResponse))]
[JsonSerializable(typeof(GetWorkspaceBudgetResponse))]
[JsonSerializable(typeof(ListWorkspaceBudgetsResponse))]
[JsonSerializable(typeof(ListWorkspaceMembersResponse))]
[JsonSerializable(typeof(ListWorkspacesResponse))]
[JsonSerializable(typeof(UpdateWorkspaceRequest))]
[JsonSerializable(typeof(UpsertWorkspaceBudgetRequest))]
[JsonSerializable(typeof(UpsertWorkspaceBudgetResponse))]
internal sealed partial class WorkspacesJson : JsonSerializerContext;
