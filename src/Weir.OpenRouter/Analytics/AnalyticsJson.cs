using System.Text.Json.Serialization;
using Weir.Protocol;

namespace Weir.OpenRouter;

/// <summary>Source-generated JSON of the analytics records: nulls are left out, numbers may come as texts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(DataResponse<GetMetaAnalyticsData>), TypeInfoPropertyName = "DataOfGetMetaAnalyticsData")]
[JsonSerializable(typeof(DataResponse<QueryAnalyticsData>), TypeInfoPropertyName = "DataOfQueryAnalyticsData")]
[JsonSerializable(typeof(QueryAnalyticsRequest))]
internal sealed partial class AnalyticsJson : JsonSerializerContext;
