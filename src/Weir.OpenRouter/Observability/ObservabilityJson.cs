using System.Text.Json;
using System.Text.Json.Serialization;
using Weir.Protocol;

namespace Weir.OpenRouter;

/// <summary>Source-generated JSON of the observability records: nulls are left out, numbers may come as texts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(CreateObservabilityDestinationRequest))]
[JsonSerializable(typeof(DataResponse<JsonElement>), TypeInfoPropertyName = "DataOfJsonElement")]
[JsonSerializable(typeof(DeleteObservabilityDestinationResponse))]
[JsonSerializable(typeof(ListObservabilityDestinationsResponse))]
[JsonSerializable(typeof(UpdateObservabilityDestinationRequest))]
internal sealed partial class ObservabilityJson : JsonSerializerContext;
