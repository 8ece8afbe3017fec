using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Ui.Tests.Testing;

/// <summary>A fresh browser profile with one tab on a server's console; it remembers everything that the browser complains about.</summary>
internal sealed class ConsoleTab : IAsyncDisposable
{
    // A frame for what has changed, one for what that brought about, and the end of what moves.
    private const string Drawn =
        """
        async () => {
          for (let frame = 0; frame < 2; frame++) await new Promise(done => requestAnimationFrame(done));
          await Promise.allSettled(document.getAnimations().map(animation => animation.finished));
        }
        """;

    private static readonly string[] SeriousImpacts = ["serious", "critical"];

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();
    private string _scheme;

    private ConsoleTab(IBrowserContext context, IPage page, ColorScheme scheme)
    {
        _context = context;
        _scheme = NameOf(scheme);
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue($"{message.Type}: {message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, error) => _complaints.Enqueue($"exception: {error}");
    }

    public IPage Page { get; }

    /// <summary>What the browser complained about so far.</summary>
    public string[] Complaints => [.. _complaints];

    public static async Task<ConsoleTab> OpenAsync(IBrowser browser, Uri server, ColorScheme scheme = ColorScheme.Light, int width = 1280, int height = 800)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = server.ToString(),
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        // No measure of speed: a machine that builds something else beside this takes its time.
        context.SetDefaultTimeout(120_000);
        return new ConsoleTab(context, await context.NewPageAsync(), scheme);
    }

    /// <summary>Types a management key into the sign-in page and waits until it is left.</summary>
    public async Task SignInAsync(string managementKey)
    {
        _ = await Page.GotoAsync("/login");
        await Page.GetByLabel("Management key").FillAsync(managementKey);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in", Exact = true }).ClickAsync();
        await WaitAsync(url => !url.Contains("/login", StringComparison.Ordinal));
    }

    /// <summary>Waits until the page's address has a part. Playwright's own wait misses a change of address that happens just when it begins.</summary>
    public Task ArriveAsync(string part) => WaitAsync(url => url.Contains(part, StringComparison.Ordinal));

    private async Task WaitAsync(Func<string, bool> isThere)
    {
        for (var tries = 0; !isThere(Page.Url); tries++)
        {
            Assert.True(tries < 1_200, $"The page stayed at {Page.Url}.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Keeps a picture of the page as it is, in <c>artifacts/pages/</c>: for people who look at what a test saw.</summary>
    public async Task KeepPictureAsync(string name)
    {
        var size = Page.ViewportSize!.Width;
        var folder = Path.Combine(Repository.Root, "artifacts", "pages");
        _ = Directory.CreateDirectory(folder);
        _ = await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{size}-{_scheme}.png") });
    }

    /// <summary>Shows the page in other colours, as if the machine's had changed, and waits until they are there.</summary>
    public async Task ShowAsync(ColorScheme scheme)
    {
        _scheme = NameOf(scheme);
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        _ = await Page.EvaluateAsync(Drawn);
    }

    /// <summary>Complaints of the given kind are expected: a refused sign-in is logged by the browser as a failed request.</summary>
    public void Expect(string fragment)
    {
        var others = _complaints.Where(complaint => !complaint.Contains(fragment, StringComparison.Ordinal)).ToArray();
        _complaints.Clear();
        others.ToList().ForEach(_complaints.Enqueue);
    }

    /// <summary>Fails when the browser logged an error or a warning, or an exception reached the window.</summary>
    public void IsQuiet() => Assert.Empty(_complaints);

    /// <summary>Fails when axe finds something serious or critical on the page as it is.</summary>
    /// <param name="where">Said before what was found, where one test looks at several pages.</param>
    public async Task IsAccessibleAsync(string where = "")
    {
        var result = await Page.RunAxe();
        var serious = result.Violations.Where(violation => SeriousImpacts.Contains(violation.Impact)).Select(Describe).ToArray();

        Assert.True(serious.Length == 0, string.Join('\n', serious.Prepend(where)));
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private static string NameOf(ColorScheme scheme) => scheme == ColorScheme.Dark ? "dark" : "light";

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id} ({violation.Impact}): {violation.Help}: {string.Join(" | ", violation.Nodes.Take(5).Select(node => node.Html))}";
}
