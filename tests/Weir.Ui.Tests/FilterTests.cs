using Microsoft.Playwright;
using Weir.Server.Tests.Testing;
using Weir.Server.Tests.Traces;
using Weir.Ui.Tests.Testing;
using Xunit;

namespace Weir.Ui.Tests;

/// <summary>The filter bar of traces and spans: completion, mistakes, views, columns.</summary>
public sealed class FilterTests(BrowserFixture chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Filter_ByKeysAlone_IsCompleted_Applied_AndInTheAddress(ColorScheme scheme, int width)
    {
        await using var server = await TestServer.StartAsync();
        await UsageTraces.SendAsync(server);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address, scheme, width);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync($"/spans?project={UsageTraces.Project}");
        var rows = tab.Page.GetByRole(AriaRole.List, new() { Name = "Spans" }).GetByRole(AriaRole.Link);
        await Assertions.Expect(rows.First).ToBeVisibleAsync();

        await tab.Page.Keyboard.PressAsync("/");
        await tab.Page.Keyboard.TypeAsync("span_k");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Listbox, new() { Name = "Completions" }).GetByRole(AriaRole.Option).First).ToContainTextAsync("span_kind");
        await tab.IsAccessibleAsync();
        await tab.KeepPictureAsync("filter");
        await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.TypeAsync("== 'LL");
        await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.TypeAsync("and llm.model_name == ");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Option, new() { Name = "'openai/gpt-5-mini'" })).ToBeVisibleAsync();
        await tab.Page.Keyboard.TypeAsync("'open");
        await tab.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(Filter(tab)).ToHaveValueAsync("span_kind == 'LLM' and llm.model_name == 'openai/gpt-5-mini' ");
        await tab.Page.Keyboard.PressAsync("Enter");

        await tab.ArriveAsync("filter=");
        await Assertions.Expect(rows).ToHaveCountAsync(UsageTraces.Count / 2);
        await tab.Page.GoBackAsync();
        await Assertions.Expect(Filter(tab)).ToHaveValueAsync("");
        tab.IsQuiet();
    }

    [Fact]
    public async Task Filter_WithAMistake_SaysItInTheWordsOfTheApi_AndWhere()
    {
        await using var server = await TestServer.StartAsync();
        await UsageTraces.SendAsync(server);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);

        _ = await tab.Page.GotoAsync("/traces?filter=" + Uri.EscapeDataString("cost > 0 and latency > 5"));

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("there is no field 'latency', but there is latency_ms");
        await Assertions.Expect(Filter(tab)).ToHaveAttributeAsync("aria-invalid", "true");
        await tab.IsAccessibleAsync();
        await tab.KeepPictureAsync("filter-mistake");
        await Filter(tab).FillAsync("cost > 0 and latency_ms > 5");
        await Filter(tab).PressAsync("Enter");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.List, new() { Name = "Traces" }).GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
        tab.Expect("400");
        tab.IsQuiet();
    }

    [Fact]
    public async Task View_Kept_BringsItsFilterBack()
    {
        await using var server = await TestServer.StartAsync();
        await UsageTraces.SendAsync(server);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync("/traces?status=error");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Saved views" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Keep this view" }).ClickAsync();
        await tab.Page.GetByLabel("Name").FillAsync("What broke");
        await tab.Page.Keyboard.PressAsync("Enter");
        _ = await tab.Page.GotoAsync("/traces");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Saved views" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Menuitem, new() { Name = "What broke" }).ClickAsync();

        await tab.ArriveAsync("status=error");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.List, new() { Name = "Traces" }).GetByRole(AriaRole.Link)).ToHaveCountAsync(UsageTraces.Count / 8);
        tab.IsQuiet();
    }

    [Fact]
    public async Task Columns_Chosen_StayChosen()
    {
        await using var server = await TestServer.StartAsync();
        await UsageTraces.SendAsync(server);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync("/traces");
        var row = tab.Page.GetByRole(AriaRole.List, new() { Name = "Traces" }).GetByRole(AriaRole.Link).First;
        await Assertions.Expect(row).Not.ToContainTextAsync("ann@example.com");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Columns" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Menuitemcheckbox, new() { Name = "User" }).ClickAsync();

        var first = tab.Page.GetByRole(AriaRole.List, new() { Name = "Traces" });
        await Assertions.Expect(first).ToContainTextAsync("ann@example.com");
        _ = await tab.Page.ReloadAsync();
        await Assertions.Expect(first).ToContainTextAsync("ann@example.com");
        tab.IsQuiet();
    }

    [Fact]
    public async Task Spans_ArriveByThemselves_AndWaitWhilePaused()
    {
        await using var server = await TestServer.StartAsync();
        await UsageTraces.SendAsync(server);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync($"/spans?project={UsageTraces.Project}");
        var rows = tab.Page.GetByRole(AriaRole.List, new() { Name = "Spans" }).GetByRole(AriaRole.Link);
        await Assertions.Expect(rows.First).ToContainTextAsync("write_answer");

        await Otlp.SendAsync(server, UsageTraces.Project, Otlp.Span(77, 1, name: "newcomer"));
        await Assertions.Expect(rows.First).ToContainTextAsync("newcomer");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Otlp.SendAsync(server, UsageTraces.Project, Otlp.Span(78, 1, name: "waits"));
        var held = tab.Page.GetByRole(AriaRole.Button, new() { Name = "1 new" });
        await Assertions.Expect(held).ToBeVisibleAsync();
        await Assertions.Expect(rows.First).ToContainTextAsync("newcomer");
        await held.ClickAsync();

        await Assertions.Expect(rows.First).ToContainTextAsync("waits");
        tab.IsQuiet();
    }

    private static ILocator Filter(ConsoleTab tab) => tab.Page.GetByRole(AriaRole.Combobox, new() { Name = "Filter" });
}
