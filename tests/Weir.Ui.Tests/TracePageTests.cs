using System.Diagnostics;
using Microsoft.Playwright;
using Weir.Server.Tests.Testing;
using Weir.Server.Tests.Traces;
using Weir.Ui.Tests.Testing;
using Xunit;

namespace Weir.Ui.Tests;

/// <summary>One trace: its tree, its texts, its size.</summary>
public sealed class TracePageTests(BrowserFixture chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1920)]
    public async Task Trace_TreeChatAndEvents_AreThere(ColorScheme scheme, int width)
    {
        await using var server = await TestServer.StartAsync();
        await AgentTrace.SendAsync(server);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address, scheme, width, 900);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync($"/traces/{AgentTrace.Id}");

        var rows = tab.Page.GetByRole(AriaRole.Treeitem);
        await Assertions.Expect(rows).ToHaveCountAsync(10);
        await Assertions.Expect(rows.First).ToContainTextAsync("answer_ticket");
        await tab.IsAccessibleAsync();

        await tab.Page.GetByRole(AriaRole.Treeitem, new() { Name = "plan" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("You answer customers of a shop by the river.")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByText("lookup_order").Last).ToBeVisibleAsync();
        await tab.IsAccessibleAsync();

        await tab.Page.GetByRole(AriaRole.Treeitem, new() { Name = "http GET /orders/4711" }).First.ClickAsync();
        await tab.Page.GetByRole(AriaRole.Tab, new() { Name = "Events" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("at Shop.Carrier.GetAsync()")).ToBeVisibleAsync();
        await tab.IsAccessibleAsync();
        tab.IsQuiet();
    }

    [Fact]
    public async Task Trace_Keyboard_WalksAndFolds()
    {
        await using var server = await TestServer.StartAsync();
        await AgentTrace.SendAsync(server);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync($"/traces/{AgentTrace.Id}");
        var rows = tab.Page.GetByRole(AriaRole.Treeitem);
        await Assertions.Expect(rows).ToHaveCountAsync(10);

        await tab.Page.GetByRole(AriaRole.Tree).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Home");
        await tab.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await tab.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(rows).ToHaveCountAsync(10);
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        await tab.Page.Keyboard.PressAsync("ArrowDown");

        await Assertions.Expect(tab.Page.Locator("[role=treeitem][aria-selected=true]")).ToContainTextAsync("plan");
        await tab.ArriveAsync($"?span={Otlp.SpanId(3)}");
        tab.IsQuiet();
    }

    [Fact]
    public async Task Trace_Link_OpensTheSameSpanAndTab()
    {
        await using var server = await TestServer.StartAsync();
        await AgentTrace.SendAsync(server);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        var link = $"/traces/{AgentTrace.Id}?span={Otlp.SpanId(7)}&tab=documents";

        // Not signed in: the link survives the way over the sign-in page.
        _ = await tab.Page.GotoAsync(link);
        await tab.ArriveAsync("/login");
        await tab.Page.GetByLabel("Management key").FillAsync(server.ManagementKey);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        await tab.ArriveAsync(link);
        await Assertions.Expect(tab.Page.GetByText("When a parcel is late, say where it is and when it arrives.")).ToBeVisibleAsync();

        // What the tree is filtered by is in the link too.
        await tab.Page.GetByLabel("Filter spans by name").FillAsync("nothing is called this");
        await tab.ArriveAsync("find=nothing");
        _ = await tab.Page.ReloadAsync();
        await Assertions.Expect(tab.Page.GetByText("No span matches the filter.")).ToBeVisibleAsync();
        tab.IsQuiet();
    }

    [Fact]
    public async Task Trace_OfTwoThousandSpans_OpensAndScrolls()
    {
        await using var server = await TestServer.StartAsync();
        await Otlp.SendAsync(server, "load", [.. Enumerable.Range(1, 2000).Select(span => Otlp.Span(2, span, parent: span == 1 ? 0 : 1 + ((span - 2) / 12), name: $"step {span}"))]);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync($"/traces/{Otlp.TraceId(2)}");
        await Assertions.Expect(tab.Page.GetByText("2,000 spans").First).ToBeVisibleAsync();

        // The rows that are there are those in view: that is what keeps a long trace smooth.
        var tree = tab.Page.GetByRole(AriaRole.Tree);
        await tree.FocusAsync();
        await tab.Page.Keyboard.PressAsync("End");
        await Assertions.Expect(tab.Page.Locator("[role=treeitem][aria-selected=true]")).ToBeInViewportAsync();
        Assert.InRange(await tab.Page.GetByRole(AriaRole.Treeitem).CountAsync(), 1, 120);
        var scrolling = Stopwatch.StartNew();
        await tree.HoverAsync();
        for (var turn = 0; turn < 20; turn++)
        {
            await tab.Page.Mouse.WheelAsync(0, -2000);
        }

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Treeitem).First).ToBeAttachedAsync();
        Assert.True(scrolling.Elapsed < TimeSpan.FromSeconds(30), "scrolling came to a halt");
        tab.IsQuiet();
    }
}
