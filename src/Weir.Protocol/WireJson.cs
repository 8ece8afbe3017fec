using System.Text.Json.Serialization;
using Weir.Protocol.Console;
using Weir.Protocol.Generations;
using Weir.Protocol.Keys;
using Weir.Protocol.Models;
using Weir.Protocol.Traces;

namespace Weir.Protocol;

/// <summary>Source-generated JSON of the wire records: snake_case names, nulls written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(DataResponse<CurrentKeyRecord>))]
[JsonSerializable(typeof(DataResponse<KeyRecord>))]
[JsonSerializable(typeof(DataResponse<IReadOnlyList<KeyRecord>>))]
[JsonSerializable(typeof(CreatedKeyResponse))]
[JsonSerializable(typeof(DeletedResponse))]
[JsonSerializable(typeof(DataResponse<GenerationRecord>))]
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
[JsonSerializable(typeof(DataResponse<TraceRecord>))]
[JsonSerializable(typeof(DataResponse<SpanRecord>))]
[JsonSerializable(typeof(ProjectListResponse))]
[JsonSerializable(typeof(DataResponse<ProjectRecord>))]
[JsonSerializable(typeof(DataResponse<ServerStatus>))]
[JsonSerializable(typeof(DataResponse<IReadOnlyList<EndpointHealthRecord>>))]
[JsonSerializable(typeof(DataResponse<SessionRecord>))]
[JsonSerializable(typeof(DataResponse<LoginLinkRecord>))]
public sealed partial class WireJson : JsonSerializerContext;
