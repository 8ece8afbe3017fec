using System.Text.Json.Serialization;
using Weir.Protocol;

namespace Weir.OpenRouter;

/// <summary>Source-generated JSON of the endpoint records: nulls are left out, numbers may come as texts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(DataResponse<IReadOnlyList<EndpointInfo>>), TypeInfoPropertyName = "DataOfListOfEndpointInfo")]
[JsonSerializable(typeof(DataResponse<ModelEndpoints>), TypeInfoPropertyName = "DataOfModelEndpoints")]
internal sealed partial class EndpointsJson : JsonSerializerContext;
