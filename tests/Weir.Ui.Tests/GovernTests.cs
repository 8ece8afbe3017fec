using System.Globalization;
using Microsoft.Playwright;
using Weir.Server.Tests.Testing;
using Weir.Ui.Tests.Testing;
using Xunit;

namespace Weir.Ui.Tests;

/// <summary>The pages of those who govern: keys, money, guardrails, people, and what was changed.</summary>
public sealed class GovernTests(BrowserFixture chromium)
{
    [Fact]
    public async Task Key_IsMadeShownOnceAndDeletedAfterAQuestion()
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync("/keys");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "New key" }).First.ClickAsync();
        await tab.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("night shift");
        await tab.Page.GetByLabel("Limit in US dollars").FillAsync("a lot");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Create key" }).ClickAsync();

        // What is wrong stands beside its field, in the API's own words.
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "'limit'" })).ToBeVisibleAsync();
        tab.Expect("400");
        await tab.Page.GetByLabel("Limit in US dollars").FillAsync("12.5");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Create key" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByTestId("created-key")).ToContainTextAsync("sk-or-v1-");
        await tab.IsAccessibleAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "I have copied it" }).ClickAsync();

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "night shift" }).ClickAsync();
        await tab.ArriveAsync("/keys/");
        await Assertions.Expect(tab.Page.GetByText("of $12.50 in all")).ToBeVisibleAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Actions for night shift" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Delete" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("it cannot be brought back")).ToBeVisibleAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Delete key" }).ClickAsync();

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Keys", Level = 1, Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "night shift" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Credits_GrantIsAnEntryAndALineInTheAuditLog()
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync("/credits");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Grant", Exact = true }).ClickAsync();
        await tab.Page.GetByLabel("US dollars").FillAsync("25.5");
        await tab.Page.GetByLabel("Note").FillAsync("for the demo");
        await tab.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Cell, new() { Name = "for the demo" })).ToBeVisibleAsync();
        _ = await tab.Page.GotoAsync("/audit?path=/credits");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Cell, new() { Name = "Made credits" })).ToBeVisibleAsync();
        tab.IsQuiet();
    }

    [Fact]
    public async Task AuditLog_ShowsWhatAnUpdateChanged()
    {
        await using var server = await TestServer.StartAsync();
        var hash = await MakeAsync(server, "keys", """{"name":"night shift","limit":10}""", "hash");
        using var changed = await server.SendAsync(HttpMethod.Patch, $"/api/v1/keys/{hash}", server.ManagementKey, """{"limit":2.5,"limit_reset":"daily"}""");
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync("/audit?method=PATCH");

        var fields = tab.Page.GetByRole(AriaRole.List, new() { Name = "Changed fields" }).GetByRole(AriaRole.Listitem);
        await Assertions.Expect(fields).ToHaveTextAsync(["limit10→2.5", "limit_resetnone→daily"]);
        await tab.IsAccessibleAsync();
        tab.IsQuiet();
    }

    [Fact]
    public async Task Guardrails_OfEveryWorkspace_AreListedWithItsName()
    {
        await using var server = await TestServer.StartAsync();
        var workspace = await MakeAsync(server, "workspaces", """{"name":"Research","slug":"research"}""", "id");
        _ = await MakeAsync(server, "guardrails", """{"name":"ours","limit_usd":1}""", "id");
        var id = await MakeAsync(server, "guardrails", $$"""{"name":"theirs","limit_usd":2,"workspace_id":"{{workspace}}"}""", "id");
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync("/guardrails");

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "ours" })).ToBeVisibleAsync();
        var theirs = tab.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "theirs" });
        await Assertions.Expect(theirs.GetByRole(AriaRole.Cell, new() { Name = "Research" })).ToBeVisibleAsync();
        await theirs.GetByRole(AriaRole.Link).ClickAsync();
        await tab.ArriveAsync($"/guardrails/{id}");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "theirs", Level = 1 })).ToBeVisibleAsync();
        tab.IsQuiet();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(1280)]
    public async Task UsageCharts_SideBySide_ShareTheOrderOfTheirModels_AndTheHeightOfTheirPlots(int width)
    {
        await using var server = await TestServer.StartAsync();
        var hash = await MakeAsync(server, "keys", """{"name":"night shift"}""", "hash");
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address, width: width);
        await tab.SignInAsync(server.ManagementKey);

        // By calls and tokens the order is another than by spend; a model must not change its colour from chart to chart.
        var day = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (string Model, int Spend, int Calls)[] models =
            [("a/short", 4, 4), ("author/quite-a-long-name-of-it", 3, 2), ("b/short", 2, 3), ("author/another-long-name-of-it", 1, 1)];
        var rows = string.Join(',', models.Select(model =>
            $$"""{"date__day":"{{day}}","model":"{{model.Model}}","total_usage":{{model.Spend}},"request_count":{{model.Calls}},"tokens_total":{{model.Calls}}}"""));
        await tab.Page.RouteAsync("**/analytics/query", route => route.FulfillAsync(new() { ContentType = "application/json", Body = "{\"data\":{\"data\":[" + rows + "]}}" }));
        _ = await tab.Page.GotoAsync($"/keys/{hash}");
        await Assertions.Expect(tab.Page.Locator("figure > svg, figure > :last-child svg")).ToHaveCountAsync(3);

        var legends = await tab.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('figure ul')].map(list => [...list.children].map(item => item.textContent.trim()).join(' '))");
        var plots = await tab.Page.EvaluateAsync<double[]>("() => [...document.querySelectorAll('figure')].map(figure => figure.lastElementChild.getBoundingClientRect().top)");
        var order = string.Join(' ', models.Select(model => model.Model));
        Assert.Equal([order, order, order], legends);
        Assert.Single(plots.Distinct());
    }

    private static async Task<string> MakeAsync(TestServer server, string kind, string body, string id)
    {
        using var made = await server.SendAsync(HttpMethod.Post, $"/api/v1/{kind}", server.ManagementKey, body);
        return (await TestServer.ReadJsonAsync(made)).GetProperty("data").GetProperty(id).GetString()!;
    }
}
