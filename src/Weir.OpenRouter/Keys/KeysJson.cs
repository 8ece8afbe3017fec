using System.Text.Json.Serialization;
using Weir.Protocol;

namespace Weir.OpenRouter;

/// <summary>Source-generated JSON of the API key records: nulls are left out, numbers may come as texts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(CreateKeyRequest))]
[JsonSerializable(typeof(CreateKeyResponse))]
[JsonSerializable(typeof(DataResponse<ApiKey>), TypeInfoPropertyName = "DataOfApiKey")]
[JsonSerializable(typeof(DataResponse<CurrentKey>), TypeInfoPropertyName = "DataOfCurrentKey")]
[JsonSerializable(typeof(DataResponse<IReadOnlyList<ApiKey>>), TypeInfoPropertyName = "DataOfListOfApiKey")]
[JsonSerializable(typeof(DeleteKeyResponse))]
[JsonSerializable(typeof(UpdateKeyRequest))]
internal sealed partial class KeysJson : JsonSerializerContext;
