using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using Weir.Server.Tests.Testing;
using Weir.Server.Tests.Traces;
using Weir.Ui.Tests.Testing;
using Xunit;

namespace Weir.Ui.Tests;

/// <summary>A trace of 20,000 spans and a span of five megabytes: drawn in parts, never as a whole. Times are reported, because a busy machine proves nothing by them.</summary>
public sealed class LargeTraceTests(BrowserFixture chromium)
{
    private const int Spans = 20_000;
    private const int MostRowsDrawn = 120;
    private const int MostElementsOfAText = 4_000;

    private const string WatchTasks =
        """
        () => { window.longTasks = []; new PerformanceObserver(list => list.getEntries().forEach(entry => window.longTasks.push(entry.duration))).observe({ entryTypes: ['longtask'] }); }
        """;

    private const string Scroll =
        """
        async () => {
          const tree = document.querySelector('[role=tree]');
          let box = tree;
          while (box && box.scrollHeight <= box.clientHeight + 1) box = box.parentElement;
          window.longTasks.length = 0;
          for (let step = 0; step < 60; step++) {
            box.scrollTop = (box.scrollHeight - box.clientHeight) * step / 59;
            await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          }
          return Math.max(0, ...window.longTasks);
        }
        """;

    [Fact]
    public async Task Trace_OfTwentyThousandSpans_DrawsWhatIsInView()
    {
        await using var server = await TestServer.StartAsync();
        foreach (var part in Enumerable.Range(1, Spans).Chunk(2_000))
        {
            await Otlp.SendAsync(server, "large", [.. part.Select(number => Otlp.Span(5, number, number == 1 ? 0 : (number - 2) / 20 + 1, name: $"step {number}"))]);
        }

        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        var opened = Stopwatch.StartNew();
        _ = await tab.Page.GotoAsync($"/traces/{Otlp.TraceId(5)}");
        var rows = tab.Page.GetByRole(AriaRole.Treeitem);
        await Assertions.Expect(rows.First).ToBeVisibleAsync();
        PageTimes.Note("trace of 20,000 spans: first rows", opened.ElapsedMilliseconds);
        await Assertions.Expect(tab.Page.GetByText("20,000 spans")).ToBeVisibleAsync();

        _ = await tab.Page.EvaluateAsync(WatchTasks);
        var longest = await tab.Page.EvaluateAsync<double>(Scroll);

        PageTimes.Note("trace of 20,000 spans: longest task while scrolling from end to end", longest);
        var drawn = await rows.CountAsync();
        Assert.True(drawn is > 0 and < MostRowsDrawn, $"{drawn} rows are drawn.");
        tab.IsQuiet();
    }

    [Fact]
    public async Task Span_OfFiveMegabytes_OpensInParts_AndWhole()
    {
        await using var server = await TestServer.StartAsync();
        var line = "The water stood at two metres at the gauge, and the keeper wrote it down. ";
        var text = string.Concat(Enumerable.Repeat(line, 5_000_000 / line.Length));
        await Otlp.SendAsync(server, "large", Otlp.Span(6, 1, name: "long", attributes: [("input.value", Otlp.Text(text)), ("output.value", Otlp.Text("short"))]));
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);

        var opened = Stopwatch.StartNew();
        _ = await tab.Page.GotoAsync($"/traces/{Otlp.TraceId(6)}");
        var all = tab.Page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).First;
        await Assertions.Expect(all).ToBeVisibleAsync();
        PageTimes.Note("span of 5 MB: first text", opened.ElapsedMilliseconds);

        _ = await tab.Page.EvaluateAsync(WatchTasks);
        var whole = Stopwatch.StartNew();
        await all.ClickAsync();
        await Assertions.Expect(tab.Page.GetByText($"{text.Length.ToString("N0", CultureInfo.InvariantCulture)} characters").First).ToBeVisibleAsync();
        var longest = await tab.Page.EvaluateAsync<double>("() => Math.max(0, ...window.longTasks)");

        PageTimes.Note("span of 5 MB: whole text", whole.ElapsedMilliseconds);
        PageTimes.Note("span of 5 MB: longest task until it is whole", longest);
        var elements = await tab.Page.EvaluateAsync<int>("() => document.querySelectorAll('*').length");
        Assert.True(elements < MostElementsOfAText, $"{elements} elements are drawn.");
        tab.IsQuiet();
    }
}
