using System.Text.Json.Serialization;

namespace Weir.RoutingLab;

/// <summary>How measurements are written for programs.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IReadOnlyList<Measurement>))]
internal sealed partial class MeasurementJson : JsonSerializerContext;
