using System.Text.Json.Serialization;

namespace Weir.OpenRouter;

/// <summary>Source-generated JSON of the file records: nulls are left out, numbers may come as texts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(FileDeleteResponse))]
[JsonSerializable(typeof(FileListResponse))]
[JsonSerializable(typeof(FileResponse))]
internal sealed partial class FilesJson : JsonSerializerContext;
