using System.Text.Json;
using System.Text.Json.Serialization;
using Weir.Protocol;

namespace Weir.OpenRouter;

/// <summary>Source-generated JSON of the credit and activity records: nulls are left out, numbers may come as texts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(DataResponse<Credits>), TypeInfoPropertyName = "DataOfCredits")]
[JsonSerializable(typeof(DataResponse<IReadOnlyList<ActivityItem>>), TypeInfoPropertyName = "DataOfListOfActivityItem")]
internal sealed partial class AccountJson : JsonSerializerContext;
