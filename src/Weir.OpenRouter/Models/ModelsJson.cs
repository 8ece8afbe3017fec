using System.Text.Json;
using System.Text.Json.Serialization;
using Weir.Protocol;

namespace Weir.OpenRouter;

/// <summary>Source-generated JSON of the model records: nulls are left out, numbers may come as texts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(DataResponse<JsonElement>), TypeInfoPropertyName = "DataOfJsonElement")]
[JsonSerializable(typeof(DataResponse<IReadOnlyList<ImageModelListItem>>), TypeInfoPropertyName = "DataOfListOfImageModelListItem")]
[JsonSerializable(typeof(DataResponse<IReadOnlyList<VideoModel>>), TypeInfoPropertyName = "DataOfListOfVideoModel")]
[JsonSerializable(typeof(DataResponse<ModelInfo>), TypeInfoPropertyName = "DataOfModelInfo")]
[JsonSerializable(typeof(DataResponse<ModelsCountData>), TypeInfoPropertyName = "DataOfModelsCountData")]
[JsonSerializable(typeof(ImageModelEndpointsResponse))]
[JsonSerializable(typeof(ModelListResponse))]
internal sealed partial class ModelsJson : JsonSerializerContext;
