using Microsoft.Playwright;
using Weir.Server.Tests.Testing;
using Weir.Ui.Tests.Testing;
using Xunit;

namespace Weir.Ui.Tests;

/// <summary>Calling models by hand: the chat room, the playground, prompts, datasets and experiments.</summary>
public sealed class RunTests(BrowserFixture chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Chat_AsksForAKeyOnce_AndTwoModelsAnswerSideBySide(ColorScheme scheme, int width)
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address, scheme, width);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync("/chat?model=sim/small&model=sim/large");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "A key for this browser" })).ToBeVisibleAsync();
        await tab.IsAccessibleAsync();
        await PageShots.TakeAsync(tab, "chat-key", scheme, width);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Make a key" }).ClickAsync();

        await tab.Page.GetByLabel("Message", new() { Exact = true }).FillAsync("What does a weir do to a river?");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.ArriveAsync("/chat/");
        foreach (var model in (string[])["sim/small", "sim/large"])
        {
            var answer = tab.Page.GetByRole(AriaRole.Region, new() { Name = $"Answer of {model}" });
            await Assertions.Expect(answer.GetByTestId("answer")).ToContainTextAsync("weir", new() { IgnoreCase = true });
            await Assertions.Expect(answer.GetByText("to first")).ToBeVisibleAsync();
            await Assertions.Expect(answer.GetByRole(AriaRole.Link, new() { Name = "Why this route" })).ToBeVisibleAsync();
        }

        await tab.IsAccessibleAsync();
        await PageShots.TakeAsync(tab, "chat", scheme, width);

        // The key has a limit and an end, and is kept by this tab alone.
        var keys = (await server.GetJsonAsync("/api/v1/keys", server.ManagementKey)).GetProperty("data").EnumerateArray();
        var made = keys.Single(key => key.GetProperty("name").GetString()!.StartsWith("Console chat room", StringComparison.Ordinal));
        Assert.Equal(1m, made.GetProperty("limit").GetDecimal());
        Assert.NotNull(made.GetProperty("expires_at").GetString());
        Assert.DoesNotContain("sk-or-v1-", await tab.Page.EvaluateAsync<string>("() => JSON.stringify(localStorage)"), StringComparison.Ordinal);

        // Kept by the browser: a reload brings the conversation back.
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        _ = await tab.Page.ReloadAsync();
        await Assertions.Expect(tab.Page.GetByTestId("answer")).ToHaveCountAsync(2);
        tab.IsQuiet();
    }

    [Fact]
    public async Task Chat_SendsFiles_ShowsFailures_AndRunsNoMarkup()
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync("/chat?model=sim/small&model=no/such");
        await tab.Page.GetByLabel("Or an inference key of yours").FillAsync(server.InferenceKey);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Use it" }).ClickAsync();

        await tab.Page.Locator("input[type=file]").SetInputFilesAsync(
        [
            new FilePayload { Name = "notes.txt", MimeType = "text/plain", Buffer = "two metres at the gauge"u8.ToArray() },
            new FilePayload { Name = "program.bin", MimeType = "application/octet-stream", Buffer = [0, 1, 2, 0xFF] },
        ]);
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.List, new() { Name = "Attachments" })).ToContainTextAsync("notes.txt");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("program.bin is neither an image");
        await tab.Page.GetByLabel("Message", new() { Exact = true }).FillAsync("<img src=x onerror=\"window.ran=1\"> say this");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Region, new() { Name = "Answer of sim/small" }).GetByTestId("answer")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Region, new() { Name = "Answer of no/such" }).GetByRole(AriaRole.Alert)).ToContainTextAsync("no/such");
        Assert.False(await tab.Page.EvaluateAsync<bool>("() => 'ran' in window"));
        tab.Expect("400");
        tab.IsQuiet();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Playground_OpensALoggedCall_AndRunsItChanged(ColorScheme scheme, int width)
    {
        await using var server = await TestServer.StartAsync();
        using var call = await server.ChatAsync("""{"model":"sim/small","temperature":0.2,"messages":[{"role":"system","content":"Be short."},{"role":"user","content":"What does a weir do?"}]}""");
        var trace = (await server.GenerationOfAsync(call)).GetProperty("trace_id").GetString()!;
        _ = await server.SpansAsync(trace, 2);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address, scheme, width);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync($"/traces/{trace}");
        if (width < 768)
        {
            await tab.Page.GetByRole(AriaRole.Treeitem).First.ClickAsync();
        }

        await tab.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Playground" }).ClickAsync();
        await tab.ArriveAsync("/playground?trace=");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Make a key" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByLabel("Message 2", new() { Exact = true }).Last).ToHaveValueAsync("What does a weir do?");
        await Assertions.Expect(tab.Page.GetByLabel("Parameters, tools, routing")).ToHaveValueAsync("{\n  \"temperature\": 0.2\n}");

        await tab.Page.GetByLabel("Model", new() { Exact = true }).FillAsync("sim/large");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();

        var run = tab.Page.GetByRole(AriaRole.Region, new() { Name = "Run 1" });
        await Assertions.Expect(run.GetByText("other text")).ToBeVisibleAsync();
        await Assertions.Expect(run).ToContainTextAsync("dearer");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Region, new() { Name = "Original" }).GetByTestId("answer")).ToBeVisibleAsync();
        await tab.IsAccessibleAsync();
        await PageShots.TakeAsync(tab, "playground", scheme, width);
        tab.IsQuiet();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Prompts_AreWritten_Tagged_AndOpenedInThePlayground(ColorScheme scheme, int width)
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address, scheme, width);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync("/prompts");
        await Assertions.Expect(tab.Page.GetByText("No prompts yet")).ToBeVisibleAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "New prompt" }).First.ClickAsync();
        await tab.Page.GetByLabel("Name").FillAsync("answer-customer");
        await tab.Page.GetByLabel("Model").FillAsync("sim/small");
        await tab.Page.GetByLabel("Instructions").FillAsync("You answer customers. Be {{tone}}.");
        await tab.Page.GetByLabel("Message").FillAsync("{{question}}");
        await tab.IsAccessibleAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await tab.ArriveAsync("/prompts/answer-customer");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "New version" }).ClickAsync();
        await tab.Page.GetByLabel("What changed (optional)").FillAsync("kinder");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Navigation, new() { Name = "Versions" }).GetByRole(AriaRole.Button)).ToHaveCountAsync(2);
        await tab.Page.GetByLabel("New tag").FillAsync("production");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Tag it" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Take production off" })).ToBeVisibleAsync();
        await tab.IsAccessibleAsync();
        await PageShots.TakeAsync(tab, "prompt", scheme, width);
        var tagged = await server.GetJsonAsync("/v1/prompts/answer-customer/tags/production");
        Assert.Equal("kinder", tagged.GetProperty("data").GetProperty("description").GetString());

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Open in the playground" }).ClickAsync();
        await tab.ArriveAsync("/playground?prompt_version=");
        tab.IsQuiet();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Datasets_TakeASpan_AndExperimentsAreCompared(ColorScheme scheme, int width)
    {
        await using var server = await TestServer.StartAsync();
        using var call = await server.ChatAsync("""{"model":"sim/small","messages":[{"role":"user","content":"What does a weir do?"}]}""");
        var trace = (await server.GenerationOfAsync(call)).GetProperty("trace_id").GetString()!;
        _ = await server.SpansAsync(trace, 2);
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address, scheme, width);
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync("/datasets");
        await Assertions.Expect(tab.Page.GetByText("No datasets yet")).ToBeVisibleAsync();
        _ = await tab.Page.GotoAsync($"/traces/{trace}");
        if (width < 768)
        {
            await tab.Page.GetByRole(AriaRole.Treeitem).First.ClickAsync();
        }

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Add to dataset" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Combobox, new() { Name = "Dataset", Exact = true }).FillAsync("questions");
        await tab.IsAccessibleAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Added. Open the dataset" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.List, new() { Name = "1 examples" }).GetByRole(AriaRole.Button)).ToContainTextAsync("What does a weir do?");

        await Experiments.FillAsync(server);
        _ = await tab.Page.GotoAsync("/datasets");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "sums" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.List, new() { Name = "3 examples" })).ToBeVisibleAsync();
        await tab.IsAccessibleAsync();
        await PageShots.TakeAsync(tab, "dataset", scheme, width);
        await tab.Page.GetByRole(AriaRole.Tab, new() { Name = "Experiments" }).ClickAsync();
        await tab.Page.GetByLabel("Compare first try").ClickAsync();
        await Assertions.Expect(tab.Page.GetByLabel("Compare first try")).ToBeCheckedAsync();
        await tab.Page.GetByLabel("Compare second try").ClickAsync();
        await Assertions.Expect(tab.Page.GetByLabel("Compare second try")).ToBeCheckedAsync();
        await tab.IsAccessibleAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Compare 2" }).ClickAsync();
        var side = tab.Page.GetByRole(AriaRole.Region, new() { Name = "Experiments side by side" });
        await Assertions.Expect(side).ToContainTextAsync("exact 0.33");
        await Assertions.Expect(side).ToContainTextAsync("exact 1.00");
        await Assertions.Expect(side).ToContainTextAsync("1 failed");
        await tab.IsAccessibleAsync();
        await PageShots.TakeAsync(tab, "experiments", scheme, width);
        tab.IsQuiet();
    }
}
