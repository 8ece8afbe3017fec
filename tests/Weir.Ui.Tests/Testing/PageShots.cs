using Microsoft.Playwright;

namespace Weir.Ui.Tests.Testing;

/// <summary>Keeps pictures of pages as they were tested, where <c>WEIR_SHOTS</c> names a folder.</summary>
internal static class PageShots
{
    public static async Task TakeAsync(ConsoleTab tab, string name, ColorScheme scheme, int width)
    {
        if (Environment.GetEnvironmentVariable("WEIR_SHOTS") is not { Length: > 0 } folder)
        {
            return;
        }

        // Charts and Markdown are files of their own, and are drawn when they have come.
        await tab.Page.WaitForTimeoutAsync(600);
        _ = await tab.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}.png") });
    }
}
