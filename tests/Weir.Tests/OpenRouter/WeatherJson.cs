using System.Text.Json.Serialization;

namespace Weir.Tests.OpenRouter;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(WeatherArguments))]
internal sealed partial class WeatherJson : JsonSerializerContext;
