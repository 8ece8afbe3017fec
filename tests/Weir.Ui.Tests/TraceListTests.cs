using Microsoft.Playwright;
using Weir.Server.Tests.Testing;
using Weir.Server.Tests.Traces;
using Weir.Ui.Tests.Testing;
using Xunit;

namespace Weir.Ui.Tests;

/// <summary>The list of traces: what arrives, what is filtered, what opens.</summary>
public sealed class TraceListTests(BrowserFixture chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task List_ShowsWhatWasStored_AndWhatArrives(ColorScheme scheme, int width)
    {
        await using var server = await TestServer.StartAsync();
        await AgentTrace.SendAsync(server);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address, scheme, width);
        await tab.SignInAsync(server.ManagementKey);
        await tab.ArriveAsync("/traces");
        var rows = tab.Page.GetByRole(AriaRole.List, new() { Name = "Traces" }).GetByRole(AriaRole.Link);
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await Assertions.Expect(rows.First).ToContainTextAsync("answer_ticket");
        await tab.IsAccessibleAsync();

        using var call = await server.ChatAsync("""{"model":"sim/small","messages":[{"role":"user","content":"Hello"}]}""");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await Assertions.Expect(rows.First).ToContainTextAsync("Gateway ChatCompletion");

        await rows.First.ClickAsync();
        await tab.ArriveAsync("/traces/");
        await tab.Page.GoBackAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        tab.IsQuiet();
    }

    [Fact]
    public async Task List_Paused_HoldsNewTracesBack()
    {
        await using var server = await TestServer.StartAsync();
        await AgentTrace.SendAsync(server);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        var rows = tab.Page.GetByRole(AriaRole.List, new() { Name = "Traces" }).GetByRole(AriaRole.Link);
        await Assertions.Expect(rows).ToHaveCountAsync(1);

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Otlp.SendAsync(server, "support-agent", Otlp.Span(8, 1, name: "later"));
        var held = tab.Page.GetByRole(AriaRole.Button, new() { Name = "1 new" });
        await Assertions.Expect(held).ToBeVisibleAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await held.ClickAsync();

        await Assertions.Expect(rows).ToHaveCountAsync(2);
        tab.IsQuiet();
    }

    [Fact]
    public async Task List_Errors_ShowsFailedTracesOnly()
    {
        await using var server = await TestServer.StartAsync();
        await AgentTrace.SendAsync(server);
        await Otlp.SendAsync(server, "support-agent", Otlp.Span(9, 1, status: 2, name: "broken"));
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        var rows = tab.Page.GetByRole(AriaRole.List, new() { Name = "Traces" }).GetByRole(AriaRole.Link);
        await Assertions.Expect(rows).ToHaveCountAsync(2);

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Errors" }).ClickAsync();

        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await Assertions.Expect(rows.First).ToContainTextAsync("broken");
        Assert.Contains("status=error", tab.Page.Url, StringComparison.Ordinal);
        tab.IsQuiet();
    }
}
