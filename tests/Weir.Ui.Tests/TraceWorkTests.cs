using Microsoft.Playwright;
using Weir.Server.Tests.Testing;
using Weir.Server.Tests.Traces;
using Weir.Ui.Tests.Testing;
using Xunit;

namespace Weir.Ui.Tests;

/// <summary>What can be done with a span: said about it, copied from it, compared with another, seen in the graph.</summary>
public sealed class TraceWorkTests(BrowserFixture chromium)
{
    private static readonly (string What, string Expected)[] CopiedAs =
    [
        ("curl", "curl http"), ("Python (openai)", "temperature=0.2,"), ("TypeScript (openai)", "chat.completions.create({"), ("C# (OpenAI)", "CompleteChatAsync(body)"),
        ("OTLP JSON", "resourceSpans"),
    ];

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Notes_AreWritten_Changed_AndTakenBack(ColorScheme scheme, int width)
    {
        await using var server = await TestServer.StartAsync();
        await AgentTrace.SendAsync(server);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address, scheme, width);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync($"/traces/{AgentTrace.Id}?span={Otlp.SpanId(3)}&tab=notes");

        await tab.Page.GetByLabel("Note", new() { Exact = true }).FillAsync("Ask the carrier first.");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Note", Exact = true }).ClickAsync();
        var said = tab.Page.GetByRole(AriaRole.List, new() { Name = "Annotations" });
        await Assertions.Expect(said).ToContainTextAsync("Ask the carrier first.");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Annotation", Exact = true }).ClickAsync();
        var form = tab.Page.GetByRole(AriaRole.Form, new() { Name = "Annotation" });
        await form.GetByLabel("Name").FillAsync("quality");
        await form.GetByRole(AriaRole.Button, new() { Name = "Annotate" }).ClickAsync();
        await Assertions.Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("Give a label");
        await form.GetByLabel("Label").FillAsync("good");
        await form.GetByLabel("Score").FillAsync("0.9");
        await form.GetByRole(AriaRole.Button, new() { Name = "Annotate" }).ClickAsync();
        await Assertions.Expect(said).ToContainTextAsync("quality");
        await tab.IsAccessibleAsync();
        await tab.KeepPictureAsync("notes");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Change quality" }).ClickAsync();
        await form.GetByLabel("Score").FillAsync("0.4");
        await form.GetByRole(AriaRole.Button, new() { Name = "Annotate" }).ClickAsync();
        await Assertions.Expect(said).ToContainTextAsync("0.4");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Delete the note" }).ClickAsync();
        await said.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();

        await Assertions.Expect(said).Not.ToContainTextAsync("Ask the carrier first.");
        var left = (await server.GetJsonAsync($"/v1/projects/support-agent/span_annotations?span_ids={Otlp.SpanId(3)}")).GetProperty("data");
        Assert.Equal(0.4, Assert.Single(left.EnumerateArray()).GetProperty("result").GetProperty("score").GetDouble());
        tab.IsQuiet();
    }

    [Fact]
    public async Task Call_IsCopiedAs_ProgramsAndSpans()
    {
        await using var server = await TestServer.StartAsync();
        await AgentTrace.SendAsync(server);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync($"/traces/{AgentTrace.Id}?span={Otlp.SpanId(3)}");

        foreach (var (what, expected) in CopiedAs)
        {
            await tab.Page.EvaluateAsync("() => navigator.clipboard.writeText('')");
            await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Copy as, compare" }).ClickAsync();
            await tab.Page.GetByRole(AriaRole.Menuitem, new() { Name = what }).ClickAsync();

            var copied = await (await tab.Page.WaitForFunctionAsync("() => navigator.clipboard.readText()")).EvaluateAsync<string>("text => text");
            Assert.Contains(expected, copied, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("4711", copied, StringComparison.Ordinal);
        }

        tab.IsQuiet();
    }

    [Fact]
    public async Task Spans_AreCompared()
    {
        await using var server = await TestServer.StartAsync();
        await AgentTrace.SendAsync(server);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync($"/traces/{AgentTrace.Id}?span={Otlp.SpanId(3)}");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Copy as, compare" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Compare with another span" }).ClickAsync();
        await tab.ArriveAsync("base=");
        await tab.Page.GetByRole(AriaRole.Treeitem).Filter(new() { HasText = "write_answer" }).ClickAsync();

        var comparison = tab.Page.GetByRole(AriaRole.Region, new() { Name = "Comparison of two spans" });
        await Assertions.Expect(comparison).ToContainTextAsync("prompt tokens");
        await Assertions.Expect(comparison).ToContainTextAsync("612");
        await Assertions.Expect(comparison).ToContainTextAsync("1204");
        await tab.IsAccessibleAsync();
        await tab.KeepPictureAsync("compare");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "End comparison" }).ClickAsync();
        await Assertions.Expect(comparison).ToHaveCountAsync(0);
        tab.IsQuiet();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Graph_ShowsWhoCalledWhom_AndSelects(ColorScheme scheme, int width)
    {
        await using var server = await TestServer.StartAsync();
        await AgentTrace.SendAsync(server);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address, scheme, width);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync($"/traces/{AgentTrace.Id}");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Graph" }).ClickAsync();
        var graph = tab.Page.GetByRole(AriaRole.Region, new() { Name = "Graph of the trace" });
        await Assertions.Expect(graph.GetByRole(AriaRole.Button)).ToHaveCountAsync(10);
        await tab.IsAccessibleAsync();
        await tab.KeepPictureAsync("graph");
        await graph.GetByRole(AriaRole.Button).Filter(new() { HasText = "lookup_order" }).ClickAsync();

        await tab.ArriveAsync($"span={Otlp.SpanId(4)}");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "lookup_order" })).ToBeVisibleAsync();
        tab.IsQuiet();
    }
}
