using System.Text.Json;
using Microsoft.Playwright;
using Weir.Server.Tests.Testing;
using Weir.Ui.Tests.Testing;
using Xunit;

namespace Weir.Ui.Tests;

/// <summary>
/// Every page of the console over a made-up month, light and dark, on a phone, a laptop and a large screen: nothing serious for axe, nothing that the
/// browser complains about, nothing wider than the window. A page is loaded once and then looked at in each look. How long pages take is noted by
/// <see cref="PageTimes"/>. <c>WEIR_WALK=trace,run</c> walks through these areas alone.
/// </summary>
public sealed class WalkTests(BrowserFixture chromium, SeededMonth month) : IClassFixture<SeededMonth>
{
    private const string Project = "seed-support-desk";

    // Where nothing is loading any more.
    private const string Settled =
        """
        () => document.querySelector('h1') !== null && document.querySelector('[role=status][aria-label^="Loading"]') === null ? performance.now() : 0
        """;

    // From the key to the frame after the one in which the rows of the answer are there: asking from outside the browser takes longer than that.
    private const string WatchRows =
        """
        () => {
          window.firstRows = 0;
          addEventListener('keydown', event => {
            const look = () => {
              const answered = performance.getEntriesByType('resource').some(
                each => each.startTime >= event.timeStamp && each.name.includes('filter=') && each.responseEnd > 0);
              const shown = document.querySelector('ul[aria-label] li a') && !document.querySelector('[role=status][aria-label^="Loading"]');
              requestAnimationFrame(answered && shown ? () => { window.firstRows = performance.now() - event.timeStamp; } : look);
            };
            look();
          }, { once: true, capture: true });
        }
        """;

    private const string Fits = "() => document.documentElement.scrollWidth <= window.innerWidth";

    // One warm-up and what a median needs.
    private const int Rounds = 6;

    private static readonly (string Name, string Path, string Filter)[] Filters =
    [
        ("traces", "/traces", "cost > 0.02 and span_kind == 'LLM'"), ("spans", $"/spans?project={Project}", "status_code == 'ERROR'"),
        ("words", $"/spans?project={Project}", "'settings' in output.value"), ("model", $"/spans?project={Project}", "llm.model_name == 'openai/gpt-5-mini'"),
    ];

    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];
    private static readonly (int Width, int Height)[] Windows = [(1280, 800), (1920, 1080), (390, 844)];

    public static TheoryData<string, string[]> Pages => new()
    {
        { "observe", ["traces=/traces", "spans=/spans", "sessions=/sessions", "users=/users", "metrics=/observe/metrics", "projects=/projects"] },
        {
            "trace",
            [
                "trace=/traces/{trace}", "graph=/traces/{trace}?as=graph", "chat-view=/traces/{trace}?span={call}&tab=chat",
                "attributes=/traces/{trace}?span={call}&tab=attributes", "session=/sessions/{session}?project={project}",
            ]
        },
        { "run", ["chat=/chat", "playground=/playground", "prompts=/prompts", "datasets=/datasets", "experiments=/experiments", "start=/start"] },
        {
            "route",
            [
                "models=/models", "model=/models/openai/gpt-5-mini", "compare=/models/compare?model=openai/gpt-5-mini&model=anthropic/claude-haiku-4.5",
                "rankings=/rankings", "providers=/providers?provider=openai", "route=/route?model=openai/gpt-5-mini", "why=/generations/{generation}/route",
            ]
        },
        {
            "govern",
            [
                "activity=/activity", "keys=/keys", "key=/keys/{key}", "credits=/credits", "budgets=/budgets", "guardrails=/guardrails",
                "guardrail=/guardrails/{guardrail}", "workspaces=/workspaces",
            ]
        },
        {
            "administer",
            [
                "workspace=/workspaces/seed-marketing", "organization=/organization", "provider-keys=/provider-keys", "notifications=/notifications",
                "audit=/audit", "settings=/settings", "nowhere=/no-such-page",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Pages_OfAnArea_AreFitToBeLookedAt(string area, string[] pages)
    {
        var asked = Environment.GetEnvironmentVariable("WEIR_WALK") is { Length: > 0 } areas ? areas.Split(',') : [area];
        Assert.SkipUnless(asked.Contains(area), "WEIR_WALK names other areas.");
        var places = await FindPlacesAsync();
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, month.Server.Address);
        await tab.SignInAsync(month.Server.ManagementKey);
        foreach (var page in pages)
        {
            var (name, path) = await ShowAsync(tab, page, places);
            await LookAsync(tab, $"{area}-{name}", path);
            if (tab.Complaints is { Length: > 0 } complaints)
            {
                Assert.Fail($"{path}: {string.Join('\n', complaints)}");
            }
        }
    }

    [Fact]
    public async Task Filter_OfTheMonth_ShowsItsRows()
    {
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, month.Server.Address);
        await tab.SignInAsync(month.Server.ManagementKey);
        foreach (var (name, path, filter) in Filters)
        {
            await FilterAsync(tab, name, path, filter);
        }

        tab.IsQuiet();
    }

    /// <summary>How long pages and filters take, and nothing else: with <c>-explicit only</c>, and a million spans by <c>WEIR_MONTH_SPANS=1000000</c>.</summary>
    [Fact(Explicit = true)]
    public async Task Times_OfTheMonth()
    {
        var places = await FindPlacesAsync();
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, month.Server.Address);
        await tab.SignInAsync(month.Server.ManagementKey);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var page in Pages.SelectMany(area => area.Data.Item2))
            {
                await ShowAsync(tab, page, places);
            }

            foreach (var (name, path, filter) in Filters)
            {
                await FilterAsync(tab, name, path, filter);
            }
        }

        tab.IsQuiet();
    }

    /// <summary>A page in every look. axe, which takes longer than all the rest, is asked in two of them; with <c>WEIR_LONG=1</c> in all.</summary>
    private static async Task LookAsync(ConsoleTab tab, string name, string path)
    {
        foreach (var (width, height) in Windows)
        {
            await tab.Page.SetViewportSizeAsync(width, height);
            foreach (var scheme in Schemes)
            {
                await tab.ShowAsync(scheme);
                _ = await tab.Page.WaitForFunctionAsync(Settled);
                Assert.True(await tab.Page.EvaluateAsync<bool>(Fits), $"{path} is wider than {width} pixels.");
                if (SeededMonth.IsLong || (width, scheme) is (1280, ColorScheme.Light) or (390, ColorScheme.Dark))
                {
                    await tab.IsAccessibleAsync($"{path}, {width}, {scheme}");
                }

                await tab.KeepPictureAsync(name);
            }
        }

        await tab.Page.SetViewportSizeAsync(Windows[0].Width, Windows[0].Height);
        await tab.ShowAsync(Schemes[0]);
    }

    private static async Task<(string Name, string Path)> ShowAsync(ConsoleTab tab, string page, Dictionary<string, string> places)
    {
        var end = page.IndexOf('=', StringComparison.Ordinal);
        var name = page[..end];
        var path = places.Aggregate(page[(end + 1)..], (text, place) => text.Replace(place.Key, Uri.EscapeDataString(place.Value), StringComparison.Ordinal));
        _ = await tab.Page.GotoAsync(path);
        PageTimes.Note($"{name}: first useful paint", await (await tab.Page.WaitForFunctionAsync(Settled)).EvaluateAsync<double>("time => time"));
        return (name, path);
    }

    private static async Task FilterAsync(ConsoleTab tab, string name, string path, string filter)
    {
        _ = await tab.Page.GotoAsync(path);
        _ = await tab.Page.WaitForFunctionAsync(Settled);
        var input = tab.Page.GetByRole(AriaRole.Combobox, new() { Name = "Filter" });
        await input.FillAsync(filter);
        _ = await tab.Page.EvaluateAsync(WatchRows);
        await input.PressAsync("Enter");
        await tab.ArriveAsync("filter=");
        var shown = await tab.Page.WaitForFunctionAsync("() => window.firstRows");
        PageTimes.Note($"{name}: filter to first rows", await shown.EvaluateAsync<double>("time => time"));
    }

    /// <summary>Names in the data that addresses need.</summary>
    private async Task<Dictionary<string, string>> FindPlacesAsync()
    {
        var server = month.Server;
        var key = server.ManagementKey;
        var llm = Uri.EscapeDataString("span_kind == 'LLM'");
        var span = (await server.GetJsonAsync($"/api/weir/spans?project={Project}&limit=1&filter={llm}", key)).GetProperty("data")[0];
        return new Dictionary<string, string>
        {
            ["{project}"] = Project,
            ["{trace}"] = Text(span, "trace_id"),
            ["{call}"] = Text(span, "span_id"),
            ["{session}"] = Text((await server.GetJsonAsync($"/v1/projects/{Project}/sessions?limit=1", key)).GetProperty("data")[0], "session_id"),
            ["{generation}"] = Text((await server.GetJsonAsync("/api/weir/credits/entries?kind=charge&limit=1", key)).GetProperty("data")[0], "generation_id"),
            ["{key}"] = Text((await server.GetJsonAsync("/api/v1/keys", key)).GetProperty("data")[1], "hash"),
            ["{guardrail}"] = Text((await server.GetJsonAsync("/api/v1/guardrails", key)).GetProperty("data")[0], "id"),
        };
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
