using System.Text.Json.Serialization;
using Weir.Protocol;

namespace Weir.OpenRouter;

/// <summary>Source-generated JSON of the generation records: nulls are left out, numbers may come as texts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(DataResponse<GenerationContentData>), TypeInfoPropertyName = "DataOfGenerationContentData")]
[JsonSerializable(typeof(DataResponse<GenerationData>), TypeInfoPropertyName = "DataOfGenerationData")]
[JsonSerializable(typeof(DataResponse<SubmitGenerationFeedbackData>), TypeInfoPropertyName = "DataOfSubmitGenerationFeedbackData")]
[JsonSerializable(typeof(SubmitGenerationFeedbackRequest))]
internal sealed partial class GenerationsJson : JsonSerializerContext;
