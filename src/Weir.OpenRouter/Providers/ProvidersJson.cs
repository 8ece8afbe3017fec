using System.Text.Json.Serialization;
using Weir.Protocol;

namespace Weir.OpenRouter;

/// <summary>Source-generated JSON of the provider records: nulls are left out, numbers may come as texts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(DataResponse<IReadOnlyList<ProviderInfo>>), TypeInfoPropertyName = "DataOfListOfProviderInfo")]
internal sealed partial class ProvidersJson : JsonSerializerContext;
