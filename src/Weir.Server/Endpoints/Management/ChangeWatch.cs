using System.Text.Json;
using Weir.Gateway.Pipeline;

namespace Weir.Server.Endpoints.Management;

/// <summary>What an object was when an update began, and what has become of it.</summary>
/// <param name="shown">Shows it as the API does.</param>
internal sealed class ChangeWatch(Func<JsonElement> shown)
{
    private readonly JsonElement _before = shown();

    /// <summary>What differs by now, as JSON for the log.</summary>
    public string Changes() => AuditedChanges.Between(_before, After());

    // Somebody else may have deleted it meanwhile.
    private JsonElement After()
    {
        try
        {
            return shown();
        }
        catch (GatewayException)
        {
            return default;
        }
    }
}
