using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Weir.Server.Tests.Testing;
using Weir.Ui.Tests.Testing;
using Xunit;

namespace Weir.Ui.Tests;

/// <summary>From an empty server to the first call.</summary>
public sealed partial class FirstRunTests(BrowserFixture chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task FirstRun_KeySnippetAndTheCallThatArrives(ColorScheme scheme)
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address, scheme);
        await tab.SignInAsync(server.ManagementKey);
        await tab.ArriveAsync("/start");
        await Assertions.Expect(tab.Page.GetByText("Waiting for the first call…")).ToBeVisibleAsync();
        await tab.IsAccessibleAsync();

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Create a key" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Copy key" }).ClickAsync();
        var key = await tab.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Matches(Key(), key);

        // Somebody runs the snippet: a call from elsewhere, with the key that the page made.
        using var call = await server.ChatAsync("""{"model":"sim/small","messages":[{"role":"user","content":"Hello"}]}""", key);
        Assert.True(call.IsSuccessStatusCode);

        var arrived = tab.Page.GetByTestId("arrived-call");
        await Assertions.Expect(arrived).ToContainTextAsync("sim/small");
        await Assertions.Expect(arrived).ToContainTextAsync("Simulator");
        await Assertions.Expect(arrived).ToContainTextAsync("OK");
        await tab.IsAccessibleAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Open the trace" }).ClickAsync();
        await tab.ArriveAsync("/traces/");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Treeitem).First).ToContainTextAsync("Gateway ChatCompletion");
        tab.IsQuiet();
    }

    [Fact]
    public async Task TryIt_StreamsAnAnswer_AndShowsAFailureToo()
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Create a key" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Send it from here" }).ClickAsync();

        await Assertions.Expect(tab.Page.GetByTestId("answer")).ToContainTextAsync("weir", new() { IgnoreCase = true });
        await Assertions.Expect(tab.Page.GetByTestId("arrived-call")).ToContainTextAsync("OK");
        using var failing = await server.ChatAsync("""{"model":"no/such","messages":[{"role":"user","content":"Hello"}]}""");
        await Assertions.Expect(tab.Page.GetByTestId("arrived-call")).ToContainTextAsync("no/such");
        await Assertions.Expect(tab.Page.GetByTestId("arrived-call")).ToContainTextAsync("Error");
        tab.IsQuiet();
    }

    [GeneratedRegex("^sk-or-v1-[0-9a-f]{64}$")]
    private static partial Regex Key();
}
