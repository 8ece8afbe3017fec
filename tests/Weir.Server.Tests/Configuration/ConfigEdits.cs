using System.Text.Json;
using Weir.Server.Tests.Testing;

namespace Weir.Server.Tests.Configuration;

/// <summary>Edits the <c>weir.json</c> of a running server, and waits for what the server makes of it.</summary>
internal static class ConfigEdits
{
    /// <summary>Replaces the file in one step, as most editors and tools do.</summary>
    public static async Task RenameOverAsync(this TestServer server, string config)
    {
        var next = Path.Combine(server.Folder, "weir.json.next");
        await File.WriteAllTextAsync(next, config);
        File.Move(next, Path.Combine(server.Folder, "weir.json"), overwrite: true);
    }

    /// <summary>Writes into the file that is there.</summary>
    public static Task WriteInPlaceAsync(this TestServer server, string config) => File.WriteAllTextAsync(Path.Combine(server.Folder, "weir.json"), config);

    /// <summary>Replaces the file and waits until that is in force.</summary>
    public static async Task ApplyAsync(this TestServer server, string config)
    {
        var before = (await server.ConfigStatusAsync()).GetProperty("read_at").GetDateTimeOffset();
        await server.RenameOverAsync(config);
        await Wait.UntilAsync(
            async () => (await server.ConfigStatusAsync()).GetProperty("read_at").GetDateTimeOffset() > before,
            "weir.json was not read again.");
    }

    public static async Task<JsonElement> ConfigStatusAsync(this TestServer server) =>
        (await server.GetJsonAsync("/api/weir/status", server.ManagementKey)).GetProperty("data").GetProperty("config");

    public static async Task<string[]> ConfigErrorsAsync(this TestServer server) =>
        [.. (await server.ConfigStatusAsync()).GetProperty("errors").EnumerateArray().Select(error => error.GetString()!)];
}
