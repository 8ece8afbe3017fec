using System.Text.Json;
using System.Text.Json.Serialization;

namespace Weir.OpenRouter;

/// <summary>What every record of the API has: members that this version has no property for are kept, and sent back as they came.</summary>
public abstract record WireRecord
{
    /// <summary>Members without a property of their own, by their wire name; null if there are none. In a request: further members to send.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}
