using System.Text.Json.Serialization;
using Weir.Protocol.Generations;
using Weir.Protocol.Keys;
using Weir.Protocol.Models;

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
[JsonSerializable(typeof(DataResponse<ModelEndpointsRecord>))]
public sealed partial class WireJson : JsonSerializerContext;
