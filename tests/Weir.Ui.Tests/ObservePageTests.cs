using Microsoft.Playwright;
using Weir.Server.Tests.Testing;
using Weir.Ui.Tests.Testing;
using Xunit;

namespace Weir.Ui.Tests;

/// <summary>Projects, users, sessions and spans, in each look; and the way between them.</summary>
public sealed class ObservePageTests(BrowserFixture chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Lists_ShowWhatTheyAreAbout(ColorScheme scheme, int width)
    {
        await using var server = await TestServer.StartAsync();
        await UsageTraces.SendAsync(server);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address, scheme, width);
        await tab.SignInAsync(server.ManagementKey);

        foreach (var (path, list, text) in new[]
        {
            ("/projects", "Projects", UsageTraces.Project), ("/users", "Users", "ann@example.com"), ($"/sessions?project={UsageTraces.Project}", "Sessions", "talk-0"),
            ($"/spans?project={UsageTraces.Project}", "Spans", "write_answer"), ("/traces", "Traces", "answer_ticket"),
        })
        {
            _ = await tab.Page.GotoAsync(path);
            await Assertions.Expect(tab.Page.GetByRole(AriaRole.List, new() { Name = list, Exact = true })).ToContainTextAsync(text);
            await tab.IsAccessibleAsync();
            Assert.True(await tab.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"), $"{path} is wider than the window.");
            await tab.KeepPictureAsync(list.ToLowerInvariant());
        }

        tab.IsQuiet();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Session_IsAConversation(ColorScheme scheme, int width)
    {
        await using var server = await TestServer.StartAsync();
        await UsageTraces.SendAsync(server);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address, scheme, width);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync($"/sessions?project={UsageTraces.Project}");

        await tab.Page.GetByRole(AriaRole.List, new() { Name = "Sessions" }).GetByRole(AriaRole.Link, new() { Name = "talk-1" }).ClickAsync();

        await tab.ArriveAsync("/sessions/talk-1");
        var turns = tab.Page.GetByRole(AriaRole.List, new() { Name = "Conversation" }).GetByRole(AriaRole.Listitem).Filter(new() { Has = tab.Page.GetByRole(AriaRole.Link) });
        await Assertions.Expect(turns).ToHaveCountAsync(UsageTraces.Count / 3);
        // The oldest first.
        await Assertions.Expect(turns.First).ToContainTextAsync($"Question {UsageTraces.Count - 2}");
        await Assertions.Expect(turns.First).ToContainTextAsync("arrives tomorrow.");
        await tab.IsAccessibleAsync();
        await tab.KeepPictureAsync("session");
        await turns.First.GetByRole(AriaRole.Link).First.ClickAsync();
        await tab.ArriveAsync("/traces/");
        tab.IsQuiet();
    }

    [Fact]
    public async Task User_LeadsToTheirTraces()
    {
        await using var server = await TestServer.StartAsync();
        await UsageTraces.SendAsync(server);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync("/users?range=24h");

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "bob@example.com" }).ClickAsync();

        await tab.ArriveAsync("/traces?filter=");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.List, new() { Name = "Traces" }).GetByRole(AriaRole.Link)).ToHaveCountAsync(UsageTraces.Count / 3);
        tab.IsQuiet();
    }

    [Fact]
    public async Task Navigation_AllAreas_AreInTheRailAndInThePalette()
    {
        await using var server = await TestServer.StartAsync();
        await UsageTraces.SendAsync(server);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        var links = tab.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link);
        await Assertions.Expect(links.First).ToBeVisibleAsync();
        var names = await links.AllInnerTextsAsync();

        await tab.Page.Keyboard.PressAsync("Control+k");

        foreach (var name in names)
        {
            await Assertions.Expect(tab.Page.GetByRole(AriaRole.Option, new() { Name = name, Exact = false }).First).ToBeAttachedAsync();
        }

        await tab.IsAccessibleAsync();
        await tab.Page.Keyboard.PressAsync("Escape");
        await tab.Page.Keyboard.PressAsync("g");
        await tab.Page.Keyboard.PressAsync("n");
        await tab.ArriveAsync("/observe/metrics");
        tab.IsQuiet();
    }

    [Fact]
    public async Task SignOut_ThatFails_SaysSo()
    {
        await using var server = await TestServer.StartAsync();
        await UsageTraces.SendAsync(server);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        await tab.Page.RouteAsync("**/console/session", route => route.Request.Method == "DELETE"
            ? route.FulfillAsync(new() { Status = 503, ContentType = "application/json", Body = """{"error":{"code":503,"message":"The disk is full."}}""" })
            : route.ContinueAsync());

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
        await tab.Page.Keyboard.PressAsync("Control+k");
        await tab.Page.GetByRole(AriaRole.Option, new() { Name = "Sign out" }).ClickAsync();

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "You are still signed in" })).ToContainTextAsync("The disk is full.");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("You are still signed in")).ToHaveCountAsync(0);
        tab.Expect("503");
        tab.IsQuiet();
    }
}
