using System.Text.Json.Serialization;
using Weir.Protocol;

namespace Weir.OpenRouter;

/// <summary>Source-generated JSON of the provider key (BYOK) records: nulls are left out, numbers may come as texts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(CreateByokKeyRequest))]
[JsonSerializable(typeof(DataResponse<ByokKey>), TypeInfoPropertyName = "DataOfByokKey")]
[JsonSerializable(typeof(DeleteByokKeyResponse))]
[JsonSerializable(typeof(ListByokKeysResponse))]
[JsonSerializable(typeof(UpdateByokKeyRequest))]
internal sealed partial class ByokJson : JsonSerializerContext;
