using System.Text.Json.Serialization;
using Weir.Protocol;

namespace Weir.OpenRouter;

/// <summary>Source-generated JSON of the auth records: nulls are left out, numbers may come as texts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(AuthCodeRequest))]
[JsonSerializable(typeof(CodeExchangeRequest))]
[JsonSerializable(typeof(CodeExchangeResponse))]
[JsonSerializable(typeof(DataResponse<AuthCode>), TypeInfoPropertyName = "DataOfAuthCode")]
internal sealed partial class AuthJson : JsonSerializerContext;
