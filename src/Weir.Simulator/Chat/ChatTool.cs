using System.Text.Json;

namespace Weir.Simulator.Chat;

/// <summary>A function the client offers.</summary>
/// <param name="Parameters">JSON schema of its arguments; undefined when it takes none.</param>
internal sealed record ChatTool(string Name, string Description, JsonElement Parameters);
