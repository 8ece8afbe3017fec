using System.Text.Json.Serialization;

namespace Weir.OpenRouter;

/// <summary>Source-generated JSON of the Messages API records: nulls are left out, numbers may come as texts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(MessagesRequest))]
[JsonSerializable(typeof(MessagesResult))]
[JsonSerializable(typeof(MessagesStreamEvent))]
[JsonSerializable(typeof(TokenCount))]
internal sealed partial class MessagesJson : JsonSerializerContext;
