using System.Text.Json.Serialization;
using Weir.Protocol;

namespace Weir.OpenRouter;

/// <summary>Source-generated JSON of the SCIM records: nulls are left out, numbers may come as texts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(CreateScimGroupMappingRequest))]
[JsonSerializable(typeof(DataResponse<ScimGroupMapping>), TypeInfoPropertyName = "DataOfScimGroupMapping")]
[JsonSerializable(typeof(DeleteScimGroupMappingResponse))]
[JsonSerializable(typeof(ListScimGroupMappingsResponse))]
[JsonSerializable(typeof(ListScimGroupsResponse))]
[JsonSerializable(typeof(UpdateScimGroupMappingRequest))]
internal sealed partial class ScimJson : JsonSerializerContext;
