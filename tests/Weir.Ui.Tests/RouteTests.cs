using Microsoft.Playwright;
using Weir.Server.Tests.Testing;
using Weir.Ui.Tests.Testing;
using Xunit;

namespace Weir.Ui.Tests;

/// <summary>Models, providers, and which of them is asked: the pages of the area Route.</summary>
public sealed class RouteTests(BrowserFixture chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Models_AreFound_Compared_AndOpened(ColorScheme scheme, int width)
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address, scheme, width);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync("/models");
        var rows = tab.Page.GetByRole(AriaRole.List, new() { Name = "Models" }).GetByRole(AriaRole.Link);
        await Assertions.Expect(rows.First).ToBeVisibleAsync();
        await tab.IsAccessibleAsync();
        await PageShots.TakeAsync(tab, "models", scheme, width);

        await tab.Page.Keyboard.PressAsync("/");
        await tab.Page.Keyboard.TypeAsync("simulator: small");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await tab.ArriveAsync("q=simulator");
        await tab.Page.GetByLabel("Search models").FillAsync("sim/");
        await Assertions.Expect(tab.Page.GetByLabel("Compare Simulator: Large")).ToBeVisibleAsync();
        await tab.Page.GetByLabel("Compare Simulator: Small").ClickAsync();
        await Assertions.Expect(tab.Page.GetByLabel("Compare Simulator: Small")).ToBeCheckedAsync();
        await tab.Page.GetByLabel("Compare Simulator: Large").ClickAsync();
        await Assertions.Expect(tab.Page.GetByLabel("Compare Simulator: Large")).ToBeCheckedAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Compare 2" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Rowheader, new() { Name = "Context" })).ToBeVisibleAsync();
        await tab.IsAccessibleAsync();
        await PageShots.TakeAsync(tab, "models-compare", scheme, width);

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Simulator: Small" }).ClickAsync();
        await tab.ArriveAsync("/models/sim/small");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.List, new() { Name = "Endpoints in order" })).ToContainTextAsync("Simulator");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "The last day here" })).ToBeVisibleAsync();
        await tab.IsAccessibleAsync();
        await PageShots.TakeAsync(tab, "model", scheme, width);
        tab.IsQuiet();
    }

    [Fact]
    public async Task Models_TwoThousand_ScrollAndSearch()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, RoutedServer.Answer));
        var models = string.Join(',', Enumerable.Range(1, 2000).Select(number => $$"""
            "acme/model-{{number}}": { "name": "Acme: Model {{number}}", "description": "One of many models.", "endpoints": [ { "provider": "acme", "upstream_model": "m{{number}}", "pricing": { "prompt": "0.000001", "completion": "0.000002" } } ] }
            """));
        await using var server = await TestServer.StartAsync($$"""{ "providers": { "acme": { "name": "Acme", "dialect": "openai", "base_url": "{{upstream.BaseUrl}}", "api_key": "secret" } }, "models": { {{models}} } }""");
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync("/models");
        var list = tab.Page.GetByRole(AriaRole.List, new() { Name = "Models" });
        await Assertions.Expect(tab.Page.GetByText("2,000", new() { Exact = true })).ToBeVisibleAsync();

        // The rows that are there are those in view.
        Assert.InRange(await list.GetByRole(AriaRole.Listitem).CountAsync(), 1, 80);
        await list.GetByRole(AriaRole.Link).First.FocusAsync();
        for (var presses = 0; presses < 40; presses++)
        {
            await tab.Page.Keyboard.PressAsync("ArrowDown");
        }

        await Assertions.Expect(tab.Page.Locator("a:focus")).ToHaveTextAsync("Acme: Model 41");
        await tab.Page.Keyboard.PressAsync("End");
        await tab.Page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(tab.Page.Locator("a:focus")).ToHaveTextAsync("Acme: Model 1999");
        await tab.Page.Keyboard.PressAsync("Home");
        await tab.Page.Keyboard.PressAsync("PageDown");
        await tab.Page.Keyboard.PressAsync("PageUp");
        await Assertions.Expect(tab.Page.Locator("a:focus")).ToHaveTextAsync("Acme: Model 1");
        await tab.Page.GetByLabel("Search models").FillAsync("model 1999");
        await Assertions.Expect(list.GetByRole(AriaRole.Link)).ToHaveCountAsync(1);
        Assert.InRange(await list.GetByRole(AriaRole.Listitem).CountAsync(), 1, 1);
        tab.IsQuiet();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Provider_FailsIsSwitchedOff_AndThePlanFollows(ColorScheme scheme, int width)
    {
        await using var routed = await RoutedServer.StartAsync();
        for (var calls = 0; calls < 4; calls++)
        {
            _ = await routed.CallAsync();
        }

        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, routed.Server.Address, scheme, width);
        await tab.SignInAsync(routed.Server.ManagementKey);
        _ = await tab.Page.GotoAsync("/providers?provider=acme0");
        await Assertions.Expect(tab.Page.GetByText("circuit open").First).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByText("overloaded").First).ToBeVisibleAsync();
        await tab.IsAccessibleAsync();
        await PageShots.TakeAsync(tab, "providers", scheme, width);

        await tab.Page.GetByRole(AriaRole.Switch, new() { Name = "Acme 0 is used" }).ClickAsync();
        await tab.Page.GetByLabel("Why (optional)").FillAsync("under repair");
        await tab.IsAccessibleAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Switch off" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Switch, new() { Name = "Acme 0 is used" })).ToHaveAttributeAsync("aria-checked", "false");

        _ = await tab.Page.GotoAsync("/route?model=acme/small");
        await Assertions.Expect(tab.Page.GetByText("would be sent")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.List, new() { Name = "Endpoints left out" })).ToContainTextAsync("provider.enabled");
        await tab.IsAccessibleAsync();
        await PageShots.TakeAsync(tab, "dry-run", scheme, width);
        tab.IsQuiet();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task WhyThisRoute_IsReachedFromTheTrace_AndTellsTheStory(ColorScheme scheme, int width)
    {
        await using var routed = await RoutedServer.StartAsync();
        var id = await routed.CallAsync();
        var generation = (await routed.Server.GetJsonAsync($"/api/v1/generation?id={id}")).GetProperty("data");
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, routed.Server.Address, scheme, width);
        await tab.SignInAsync(routed.Server.ManagementKey);
        _ = await tab.Page.GotoAsync($"/traces/{generation.GetProperty("trace_id").GetString()}");
        if (width < 768)
        {
            await tab.Page.GetByRole(AriaRole.Treeitem).First.ClickAsync();
        }

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Why this route" }).ClickAsync();
        await tab.ArriveAsync("/route");

        var attempts = tab.Page.GetByRole(AriaRole.List, new() { Name = "Attempts" });
        await Assertions.Expect(attempts).ToContainTextAsync("failed, 503");
        await Assertions.Expect(attempts).ToContainTextAsync("answered, 200");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.List, new() { Name = "Endpoints in order" })).ToContainTextAsync("listed in provider.order");
        await tab.IsAccessibleAsync();
        await PageShots.TakeAsync(tab, "why-route", scheme, width);
        tab.IsQuiet();
    }

    [Fact]
    public async Task Rankings_ShowTheTraffic_AndWhatIsEmptySaysSo()
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync("/rankings");
        await Assertions.Expect(tab.Page.GetByText("Nothing was called in this time")).ToBeVisibleAsync();
        foreach (var model in (string[])["sim/small", "sim/large", "sim/small"])
        {
            using var call = await server.ChatAsync($$"""{"model":"{{model}}","messages":[{"role":"user","content":"Hello"}]}""");
        }

        _ = await tab.Page.ReloadAsync();
        var ranking = tab.Page.GetByRole(AriaRole.List, new() { Name = "Tokens by model", Exact = true });
        await Assertions.Expect(ranking.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Calls" }).ClickAsync();
        await tab.ArriveAsync("measure=request_count");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.List, new() { Name = "Calls by model", Exact = true }).GetByRole(AriaRole.Listitem).First).ToContainTextAsync("Simulator: Small");
        tab.IsQuiet();
    }
}
