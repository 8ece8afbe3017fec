using System.Text.Json.Serialization;

namespace Weir.Server.Endpoints.Scim;

/// <summary>Source-generated JSON of the texts in filters.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class ScimJson : JsonSerializerContext;
