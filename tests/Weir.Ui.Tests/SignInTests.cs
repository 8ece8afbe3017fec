using Microsoft.Playwright;
using Weir.Server.Tests.Testing;
using Weir.Ui.Tests.Testing;
using Xunit;

namespace Weir.Ui.Tests;

/// <summary>Getting in: by key, by link, and not at all.</summary>
public sealed class SignInTests(BrowserFixture chromium)
{
    [Fact]
    public async Task SignIn_UnknownKey_IsRefusedInWords()
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        _ = await tab.Page.GotoAsync("/");
        await tab.ArriveAsync("/login");

        await tab.Page.GetByLabel("Management key").FillAsync("sk-or-v1-" + new string('0', 64));
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        await Assertions.Expect(tab.Page.GetByText("Invalid credentials. The key is unknown, disabled or expired.")).ToBeVisibleAsync();
        Assert.Contains("/login", tab.Page.Url, StringComparison.Ordinal);
        await tab.IsAccessibleAsync();
        tab.Expect("401");
        tab.IsQuiet();
    }

    [Fact]
    public async Task SignIn_InferenceKey_IsToldWhichKeyItTakes()
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        _ = await tab.Page.GotoAsync("/login");

        await tab.Page.GetByLabel("Management key").FillAsync(server.InferenceKey);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        await Assertions.Expect(tab.Page.GetByText("This is an inference key.")).ToBeVisibleAsync();
        tab.Expect("403");
        tab.IsQuiet();
    }

    [Fact]
    public async Task SignOut_KeepsTheNextOneOut()
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Connect", Level = 1 })).ToBeVisibleAsync();

        await tab.Page.Keyboard.PressAsync("Control+k");
        await tab.Page.GetByRole(AriaRole.Option, new() { Name = "Sign out" }).ClickAsync();
        await tab.ArriveAsync("/login");
        _ = await tab.Page.GotoAsync("/traces");

        await tab.ArriveAsync("/login");
        tab.IsQuiet();
    }
}
