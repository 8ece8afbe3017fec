using System.Text.Json.Serialization;
using Weir.Protocol.Activity;
using Weir.Protocol.Analytics;
using Weir.Protocol.Audit;
using Weir.Protocol.Authorizations;
using Weir.Protocol.Benchmarks;
using Weir.Protocol.Byok;
using Weir.Protocol.Console;
using Weir.Protocol.Credits;
using Weir.Protocol.Datasets;
using Weir.Protocol.Generations;
using Weir.Protocol.Guardrails;
using Weir.Protocol.Keys;
using Weir.Protocol.Models;
using Weir.Protocol.Notifications;
using Weir.Protocol.Organization;
using Weir.Protocol.Routing;
using Weir.Protocol.Traces;
using Weir.Protocol.Workspaces;

namespace Weir.Protocol;

/// <summary>Source-generated JSON of the wire records: snake_case names, nulls written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(DataResponse<CurrentKeyRecord>))]
[JsonSerializable(typeof(DataResponse<KeyRecord>))]
[JsonSerializable(typeof(DataResponse<IReadOnlyList<KeyRecord>>))]
[JsonSerializable(typeof(CreatedKeyResponse))]
[JsonSerializable(typeof(DeletedResponse))]
[JsonSerializable(typeof(DataResponse<GenerationRecord>))]
[JsonSerializable(typeof(DataResponse<CreditsRecord>))]
[JsonSerializable(typeof(DataResponse<IReadOnlyList<EntryRecord>>))]
[JsonSerializable(typeof(RefundResponse))]
[JsonSerializable(typeof(DataResponse<IReadOnlyList<CostRecord>>))]
[JsonSerializable(typeof(WrittenEntryResponse))]
[JsonSerializable(typeof(DataResponse<AuthorizationCodeRecord>))]
[JsonSerializable(typeof(DataResponse<ConsentRecord>))]
[JsonSerializable(typeof(ExchangedKeyResponse))]
[JsonSerializable(typeof(DataResponse<IReadOnlyList<ActivityRecord>>))]
[JsonSerializable(typeof(DataResponse<IReadOnlyList<FeedbackRecord>>))]
[JsonSerializable(typeof(DataResponse<SuccessRecord>))]
[JsonSerializable(typeof(DataResponse<AnalyticsMetaRecord>))]
[JsonSerializable(typeof(RankingsDailyResponse))]
[JsonSerializable(typeof(AppRankingsResponse))]
[JsonSerializable(typeof(SessionCostResponse))]
[JsonSerializable(typeof(ProviderKeyListResponse))]
[JsonSerializable(typeof(DataResponse<ProviderKeyRecord>))]
[JsonSerializable(typeof(DataResponse<IReadOnlyList<AuditRecord>>))]
[JsonSerializable(typeof(IReadOnlyList<AuditChangeRecord>))]
[JsonSerializable(typeof(WorkspaceListResponse))]
[JsonSerializable(typeof(DataResponse<WorkspaceRecord>))]
[JsonSerializable(typeof(BudgetListResponse))]
[JsonSerializable(typeof(BudgetResponse))]
[JsonSerializable(typeof(MemberListResponse))]
[JsonSerializable(typeof(AddedMembersResponse))]
[JsonSerializable(typeof(RemovedMembersResponse))]
[JsonSerializable(typeof(GuardrailListResponse))]
[JsonSerializable(typeof(DataResponse<GuardrailRecord>))]
[JsonSerializable(typeof(KeyAssignmentListResponse))]
[JsonSerializable(typeof(MemberAssignmentListResponse))]
[JsonSerializable(typeof(AssignedCountResponse))]
[JsonSerializable(typeof(UnassignedCountResponse))]
[JsonSerializable(typeof(NotificationStatus))]
[JsonSerializable(typeof(SettingsResponse))]
[JsonSerializable(typeof(DataResponse<NoticeRecord>))]
[JsonSerializable(typeof(OrganizationMemberListResponse))]
[JsonSerializable(typeof(UserListResponse))]
[JsonSerializable(typeof(DataResponse<UserRecord>))]
[JsonSerializable(typeof(ScimGroupListResponse))]
[JsonSerializable(typeof(ScimGroupMappingListResponse))]
[JsonSerializable(typeof(DataResponse<ScimGroupMappingRecord>))]
[JsonSerializable(typeof(BenchmarkListResponse))]
[JsonSerializable(typeof(DataResponse<TaskClassificationRecord>))]
[JsonSerializable(typeof(ModelListResponse))]
[JsonSerializable(typeof(DataResponse<ModelRecord>))]
[JsonSerializable(typeof(DataResponse<ModelCountRecord>))]
[JsonSerializable(typeof(DataResponse<ModelEndpointsRecord>))]
[JsonSerializable(typeof(DataResponse<IReadOnlyList<EndpointRecord>>))]
[JsonSerializable(typeof(DataResponse<IReadOnlyList<ProviderRecord>>))]
[JsonSerializable(typeof(DataResponse<ModelParametersRecord>))]
[JsonSerializable(typeof(DataResponse<IReadOnlyList<ImageModelRecord>>))]
[JsonSerializable(typeof(ImageEndpointsResponse))]
[JsonSerializable(typeof(AnthropicModelList))]
[JsonSerializable(typeof(TraceListResponse))]
[JsonSerializable(typeof(SpanListResponse))]
[JsonSerializable(typeof(MetricsResponse))]
[JsonSerializable(typeof(DataResponse<TraceRecord>))]
[JsonSerializable(typeof(DataResponse<SpanRecord>))]
[JsonSerializable(typeof(ProjectListResponse))]
[JsonSerializable(typeof(DataResponse<ProjectRecord>))]
[JsonSerializable(typeof(DataResponse<ServerStatus>))]
[JsonSerializable(typeof(DataResponse<IReadOnlyList<EndpointHealthRecord>>))]
[JsonSerializable(typeof(DataResponse<RoutePreviewRecord>))]
[JsonSerializable(typeof(DataResponse<IReadOnlyList<ProviderStatusRecord>>))]
[JsonSerializable(typeof(DataResponse<ProviderStatusRecord>))]
[JsonSerializable(typeof(DataResponse<GenerationRouteRecord>))]
[JsonSerializable(typeof(SessionResponse))]
[JsonSerializable(typeof(DataResponse<LoginLinkRecord>))]
public sealed partial class WireJson : JsonSerializerContext;
