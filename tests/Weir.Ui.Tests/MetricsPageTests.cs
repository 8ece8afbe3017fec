using Microsoft.Playwright;
using Weir.Server.Tests.Testing;
using Weir.Ui.Tests.Testing;
using Xunit;

namespace Weir.Ui.Tests;

/// <summary>Numbers over time: what is drawn, zoomed into, and what lies behind a point.</summary>
public sealed class MetricsPageTests(BrowserFixture chromium)
{
    [Theory]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Metrics_AreDrawn_InEveryLook(ColorScheme scheme, int width)
    {
        await using var server = await TestServer.StartAsync();
        await UsageTraces.SendAsync(server);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address, scheme, width);
        await tab.SignInAsync(server.ManagementKey);

        _ = await tab.Page.GotoAsync("/observe/metrics?range=24h&by=model");

        await Assertions.Expect(Plot(tab, "Cost")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.List, new() { Name = "Series of Calls" }).GetByRole(AriaRole.Button)).ToHaveCountAsync(2);
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.List, new() { Name = "Cost by model" }).GetByRole(AriaRole.Link)).ToHaveCountAsync(2);
        await tab.IsAccessibleAsync();
        await tab.KeepPictureAsync("metrics");
        tab.IsQuiet();
    }

    [Fact]
    public async Task Metrics_ByKeys_SayValues_ZoomIn_AndLeadToTheirRows()
    {
        await using var server = await TestServer.StartAsync();
        await UsageTraces.SendAsync(server);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync($"/observe/metrics?range=24h&project={UsageTraces.Project}");
        var calls = Plot(tab, "Calls");

        await calls.FocusAsync();
        await tab.Page.Keyboard.PressAsync("End");
        await Assertions.Expect(calls).ToHaveAttributeAsync("aria-valuetext", new System.Text.RegularExpressions.Regex("All \\d"));
        for (var step = 0; step < 8; step++)
        {
            await tab.Page.Keyboard.PressAsync("Shift+ArrowLeft");
        }

        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.ArriveAsync("from=");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Until now" })).ToBeVisibleAsync();
        await tab.Page.GoBackAsync();
        await tab.ArriveAsync("range=24h");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Calls: show the numbers" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Table, new() { Name = "Calls" })).ToBeVisibleAsync();
        await tab.IsAccessibleAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Calls: show the chart" }).ClickAsync();

        // The first call is twenty minutes old.
        await Plot(tab, "Calls").FocusAsync();
        await tab.Page.Keyboard.PressAsync("End");
        await tab.Page.Keyboard.PressAsync("ArrowLeft");
        await tab.Page.Keyboard.PressAsync("ArrowLeft");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.ArriveAsync("/spans?project=shop&filter=start_time");
        tab.IsQuiet();
    }

    [Fact]
    public async Task Metrics_Dragged_ZoomIn()
    {
        await using var server = await TestServer.StartAsync();
        await UsageTraces.SendAsync(server);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync("/observe/metrics?range=24h");
        var box = (await Plot(tab, "Cost").BoundingBoxAsync())!;

        await tab.Page.Mouse.MoveAsync(box.X + box.Width * 0.5f, box.Y + 60);
        await tab.Page.Mouse.DownAsync();
        await tab.Page.Mouse.MoveAsync(box.X + box.Width * 0.9f, box.Y + 60, new MouseMoveOptions { Steps = 5 });
        await tab.Page.Mouse.UpAsync();

        await tab.ArriveAsync("from=");
        Assert.DoesNotContain("range=", tab.Page.Url, StringComparison.Ordinal);
        tab.IsQuiet();
    }

    private static ILocator Plot(ConsoleTab tab, string name) => tab.Page.GetByRole(AriaRole.Slider, new() { Name = name, Exact = true });
}
