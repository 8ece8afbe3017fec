using System.Text.Json.Serialization;

namespace Weir.OpenRouter;

/// <summary>Source-generated JSON of the dataset records: nulls are left out, numbers may come as texts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(AppRankingsResponse))]
[JsonSerializable(typeof(RankingsDailyResponse))]
[JsonSerializable(typeof(SessionCostResponse))]
internal sealed partial class DatasetsJson : JsonSerializerContext;
