using Microsoft.Playwright;
using Weir.Ui.Tests.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Weir.Ui.Tests.Testing;

/// <summary>One Chromium for all tests: the machine's own, because Playwright's downloads nothing here.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private const string Variable = "WEIR_CHROMIUM";

    // What a fresh profile would otherwise ask of the Internet.
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
    ];

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The browser; skips the test by name where there is none.</summary>
    public IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(_browser is null, $"no Chromium at {string.Join(", ", Places)}; install it, or name it in {Variable}");
            return _browser!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        if ((string.IsNullOrEmpty(named) ? Places.FirstOrDefault(File.Exists) : named) is not { } executable)
        {
            return;
        }

        // A machine under load is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(120_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = executable, Args = Quiet });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
