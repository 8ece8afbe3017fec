using Microsoft.Playwright;
using Weir.Server.Tests.Testing;
using Weir.Server.Tests.Traces;
using Weir.Ui.Tests.Testing;
using Xunit;

namespace Weir.Ui.Tests;

/// <summary>Takes the pictures of every page, for README and for looking at them; runs only when asked for by name.</summary>
/// <remarks><c>WEIR_PICTURES=folder dotnet tests/Weir.Ui.Tests/bin/Release/net10.0/Weir.Ui.Tests.dll -explicit only</c></remarks>
public sealed class Pictures(BrowserFixture chromium)
{
    private static readonly string[] Questions =
    [
        "What does a weir do to a river?", "Summarise the minutes of Tuesday's meeting.", "Wo ist meine Bestellung 4711?", "Name three uses of a low dam.", "Translate 'water level' to French.",
        "Which endpoint is the cheapest today?",
    ];

    private static readonly (string Project, string Name, string Model, string Input, string Output)[] Programs =
    [
        ("invoices", "extract_invoice", "openai/gpt-5-mini", "Extract the line items of this invoice.", "{\"items\":[{\"name\":\"sluice gate\",\"price\":1200}]}"),
        ("handbook", "rag_pipeline", "mistralai/mistral-medium-3", "How high may the water stand?", "The handbook says two metres at the gauge."),
        ("invoices", "classify_ticket", "anthropic/claude-haiku-4.5", "The pump on the left bank hums.", "maintenance"),
    ];

    [Fact(Explicit = true)]
    public async Task Take()
    {
        var folder = Environment.GetEnvironmentVariable("WEIR_PICTURES") is { Length: > 0 } named ? named : Path.Combine(Repository.Root, "docs", "images");
        _ = Directory.CreateDirectory(folder);
        await using var server = await TestServer.StartAsync();
        foreach (var (width, height) in ((int, int)[])[(390, 844), (1280, 800), (1920, 1080)])
        {
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await TakeAsync(server, Path.Combine(folder, $"{{0}}-{width}-{scheme.ToString().ToLowerInvariant()}.png"), scheme, width, height);
            }
        }
    }

    private async Task TakeAsync(TestServer server, string path, ColorScheme scheme, int width, int height)
    {
        await using var tab = await ConsoleTab.OpenAsync(chromium.Browser, server.Address, scheme, width, height);
        _ = await tab.Page.GotoAsync("/login");
        await ShootAsync(tab, path, "login");
        await tab.SignInAsync(server.ManagementKey);
        _ = await tab.Page.GotoAsync("/start");
        await ShootAsync(tab, path, "start-waiting");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Create a key" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Send it from here" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByTestId("arrived-call")).ToContainTextAsync("OK");
        await ShootAsync(tab, path, "start");
        await FillAsync(server);
        _ = await tab.Page.GotoAsync("/traces");
        await ShootAsync(tab, path, "traces");
        _ = await tab.Page.GotoAsync($"/traces/{AgentTrace.Id}");
        await ShootAsync(tab, path, "trace");
        foreach (var (name, query) in ((string, string)[])[("chat", "span=000000000000000a"), ("tool-error", "span=0000000000000005"), ("attributes", "span=0000000000000003&tab=attributes"), ("raw", "span=0000000000000003&tab=raw")])
        {
            _ = await tab.Page.GotoAsync($"/traces/{AgentTrace.Id}?{query}");
            await ShootAsync(tab, path, $"trace-{name}");
        }
    }

    private static async Task FillAsync(TestServer server)
    {
        foreach (var (question, index) in Questions.Select((question, index) => (question, index)))
        {
            var model = index switch { 3 => "sim/large", 4 => "no/such-model", _ => "sim/small" };
            using var call = await server.ChatAsync($$"""{"model":"{{model}}","messages":[{"role":"user","content":"{{question}}"}]}""");
        }

        var number = 100;
        foreach (var (project, name, model, input, output) in Programs)
        {
            number++;
            await Otlp.SendAsync(server, project, Otlp.Span(number, 1, status: 1, name: name, attributes:
            [
                ("openinference.span.kind", Otlp.Text("CHAIN")), ("input.value", Otlp.Text(input)), ("output.value", Otlp.Text(output)),
                ("llm.model_name", Otlp.Text(model)), ("llm.token_count.prompt", Otlp.Whole(input.Length * 9)), ("llm.token_count.completion", Otlp.Whole(output.Length * 3)),
            ]));
        }

        await AgentTrace.SendAsync(server);
    }

    private static async Task ShootAsync(ConsoleTab tab, string path, string name)
    {
        await tab.Page.WaitForTimeoutAsync(700);
        _ = await tab.Page.ScreenshotAsync(new PageScreenshotOptions { Path = string.Format(System.Globalization.CultureInfo.InvariantCulture, path, name) });
    }
}
