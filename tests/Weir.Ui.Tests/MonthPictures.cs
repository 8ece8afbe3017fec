using Microsoft.Playwright;
using Weir.Server.Tests.Testing;
using Weir.Ui.Tests.Testing;
using Xunit;

namespace Weir.Ui.Tests;

/// <summary>Takes the pictures of docs/console.md, most of them over the made-up month; runs only when asked for by name.</summary>
/// <remarks><c>WEIR_LONG=1 dotnet tests/Weir.Ui.Tests/bin/Release/net10.0/Weir.Ui.Tests.dll -explicit only -class '*MonthPictures'</c></remarks>
public sealed class MonthPictures(BrowserFixture chromium, SeededMonth month) : IClassFixture<SeededMonth>
{
    private const int Width = 1440;

    private static readonly (string Name, string Path, int Height)[] OfTheMonth =
    [
        ("traces", "/traces?project=seed-support-desk", 720), ("metrics", "/observe/metrics?range=30d&by=model", 900),
        ("models", "/models", 720), ("keys", "/keys", 720), ("budgets", "/budgets", 860),
    ];

    [Theory(Explicit = true)]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Take_OfTheMonth(ColorScheme scheme)
    {
        await using var tab = await OpenAsync(month.Server, scheme);
        foreach (var (name, path, height) in OfTheMonth)
        {
            _ = await tab.Page.GotoAsync(path);
            await KeepAsync(tab, name, scheme, height);
        }

        _ = await tab.Page.GotoAsync($"/traces?project=seed-support-desk&filter={Uri.EscapeDataString("span_kind == 'TOOL'")}");
        await tab.Page.GetByRole(AriaRole.List, new() { Name = "Traces" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await tab.Page.GetByRole(AriaRole.Treeitem, new() { Name = "ChatCompletion" }).Last.ClickAsync();
        await tab.Page.GetByRole(AriaRole.Tab, new() { Name = "Chat" }).ClickAsync();
        await KeepAsync(tab, "trace", scheme, 800);
    }

    [Theory(Explicit = true)]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Take_WhatAnswers(ColorScheme scheme)
    {
        await using var simulated = await TestServer.StartAsync();
        await WarmAsync(simulated);
        await using var room = await OpenAsync(simulated, scheme);
        _ = await room.Page.GotoAsync("/chat?model=sim/small&model=sim/large");
        await room.Page.GetByRole(AriaRole.Button, new() { Name = "Make a key" }).ClickAsync();
        await room.Page.GetByLabel("Message", new() { Exact = true }).FillAsync("How do I keep two agents from answering the same ticket twice?");
        await room.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(room.Page.GetByRole(AriaRole.Link, new() { Name = "Why this route" })).ToHaveCountAsync(2);
        await KeepAsync(room, "chat", scheme, 720);

        await using var routed = await RoutedServer.StartAsync();
        var id = await routed.CallAsync();
        await using var tab = await OpenAsync(routed.Server, scheme);
        _ = await tab.Page.GotoAsync($"/generations/{id}/route");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.List, new() { Name = "Endpoints in order" })).ToBeVisibleAsync();
        await KeepAsync(tab, "why-this-route", scheme, 720);
    }

    /// <summary>The first calls of a process take longer than any later one, and the picture says how long they took.</summary>
    private static async Task WarmAsync(TestServer server)
    {
        foreach (var model in (string[])["sim/small", "sim/large", "sim/small", "sim/large"])
        {
            using var call = await server.ChatAsync($$"""{"model":"{{model}}","stream":true,"messages":[{"role":"user","content":"Hello"}]}""");
            _ = await call.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }
    }

    private async Task<ConsoleTab> OpenAsync(TestServer server, ColorScheme scheme)
    {
        var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address, scheme, Width, 900);
        await tab.SignInAsync(server.ManagementKey);
        return tab;
    }

    private static async Task KeepAsync(ConsoleTab tab, string name, ColorScheme scheme, int height)
    {
        var folder = Path.Combine(Repository.Root, "docs", "pictures");
        _ = Directory.CreateDirectory(folder);
        await tab.Page.SetViewportSizeAsync(Width, height);

        // Charts and Markdown are files of their own, and are drawn when they have come.
        await tab.Page.WaitForTimeoutAsync(2_500);
        var file = Path.Combine(folder, $"{name}-{(scheme == ColorScheme.Dark ? "dark" : "light")}.png");
        _ = await tab.Page.ScreenshotAsync(new PageScreenshotOptions { Path = file });
    }
}
