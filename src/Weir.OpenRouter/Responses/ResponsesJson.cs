using System.Text.Json.Serialization;

namespace Weir.OpenRouter;

/// <summary>Source-generated JSON of the Responses API records: nulls are left out, numbers may come as texts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ResponsesRequest))]
[JsonSerializable(typeof(Response))]
[JsonSerializable(typeof(ResponseStreamEvent))]
internal sealed partial class ResponsesJson : JsonSerializerContext;
