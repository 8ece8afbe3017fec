using System.Globalization;
using Weir.Server.Composition;
using Weir.Server.Seeding;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Ui.Tests.Testing;

/// <summary>A server on a made-up month, one for all tests of a class that only look at it. <c>WEIR_LONG=1</c> makes the whole month of 200,000 spans, <c>WEIR_MONTH_SPANS</c> another one.</summary>
public sealed class SeededMonth : IAsyncLifetime
{
    private const int FewSpans = 3_000;
    private const int AllSpans = 200_000;

    // No provider is called: the variables make its models part of the catalogue.
    private static readonly string[] Providers = ["OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GEMINI_API_KEY", "MISTRAL_API_KEY"];

    private readonly string _folder = Directory.CreateTempSubdirectory("weir-month-").FullName;
    private TestServer? _server;

    internal TestServer Server => _server ?? throw new InvalidOperationException("The server was not started.");

    /// <summary>Spans there are, about.</summary>
    public static int Spans =>
        int.TryParse(Environment.GetEnvironmentVariable("WEIR_MONTH_SPANS"), CultureInfo.InvariantCulture, out var spans) ? spans : IsLong ? AllSpans : FewSpans;

    /// <summary>Whether there is time for everything.</summary>
    public static bool IsLong => Environment.GetEnvironmentVariable("WEIR_LONG") == "1";

    public async ValueTask InitializeAsync()
    {
        var options = new SeedOptions { DataFolder = Path.Combine(_folder, "data"), Spans = Spans, Until = TimeProvider.System.GetUtcNow() };
        _ = await LocalSeed.RunAsync(options, new Progress<SeedProgress>(), CancellationToken.None);
        _server = await TestServer.StartAsync(null, _folder, name => Providers.Contains(name) ? "not-a-key" : null);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
