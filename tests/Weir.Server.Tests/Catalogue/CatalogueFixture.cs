using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Catalogue;

/// <summary>One server with <see cref="SampleCatalogue"/>, shared by the tests of a class; nothing they do changes it.</summary>
public sealed class CatalogueFixture : IAsyncLifetime
{
    internal TestServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await TestServer.StartAsync(SampleCatalogue.Config);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>An answer, asked for without a key.</summary>
    internal Task<JsonElement> GetAsync(string path) => Server.GetJsonAsync("/api/v1" + path, key: "");

    /// <summary>The ids of a list.</summary>
    internal async Task<string> IdsAsync(string path) =>
        string.Join(' ', (await GetAsync(path)).GetProperty("data").EnumerateArray().Select(row => row.GetProperty("id").GetString()));

    /// <summary>Status and message of a refusal.</summary>
    internal async Task<(int Status, string Message)> RefusedAsync(string path, string? key = null)
    {
        using var response = await Server.SendAsync(HttpMethod.Get, "/api/v1" + path, key);
        var error = (await TestServer.ReadJsonAsync(response)).GetProperty("error");
        return ((int)response.StatusCode, error.GetProperty("message").GetString()!);
    }
}
