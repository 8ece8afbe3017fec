using Microsoft.Playwright;
using Weir.Server.Tests.Testing;
using Weir.Ui.Tests.Testing;
using Xunit;

namespace Weir.Ui.Tests;

/// <summary>The demo that was kept: its link signs in and shows its trace.</summary>
public sealed class DemoTests(BrowserFixture chromium)
{
    [Fact]
    public async Task Demo_Kept_OpensItsTraceByItsLink()
    {
        var browser = chromium.Browser;
        await using var demo = await WeirProcess.StartAsync(line => line.StartsWith("console: ", StringComparison.Ordinal), "demo", "--keep");
        var link = new Uri(demo.After("Sign in: "));
        await using var tab = await ConsoleTab.OpenAsync(browser, new Uri(link.GetLeftPart(UriPartial.Authority)));

        _ = await tab.Page.GotoAsync(link.ToString());

        await tab.ArriveAsync($"/traces/{demo.After("trace: ")}");
        var rows = tab.Page.GetByRole(AriaRole.Treeitem);
        await Assertions.Expect(rows).ToHaveCountAsync(3);
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("ChatCompletion");
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("Gateway ChatCompletion");
        await Assertions.Expect(rows.Nth(2)).ToContainTextAsync("attempt 1 Simulator");
        await Assertions.Expect(tab.Page.GetByText("Here is a short answer").First).ToBeVisibleAsync();
        tab.IsQuiet();
    }
}
