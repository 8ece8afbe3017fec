using System.Text.Json.Serialization;
using Weir.Protocol;

namespace Weir.OpenRouter;

/// <summary>Source-generated JSON of the preset records: nulls are left out, numbers may come as texts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(DataResponse<PresetDesignatedVersion>), TypeInfoPropertyName = "DataOfPresetDesignatedVersion")]
[JsonSerializable(typeof(DataResponse<PresetWithDesignatedVersion>), TypeInfoPropertyName = "DataOfPresetWithDesignatedVersion")]
[JsonSerializable(typeof(ListPresetVersionsResponse))]
[JsonSerializable(typeof(ListPresetsResponse))]
internal sealed partial class PresetsJson : JsonSerializerContext;
