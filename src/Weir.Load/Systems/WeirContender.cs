using System.Diagnostics;
using System.Globalization;

namespace Weir.Load.Systems;

/// <summary>This Weir, in one of its modes.</summary>
/// <param name="Name">As the tables call it.</param>
/// <param name="Mode">As <c>mode</c> of <c>weir.json</c>: bare, governed or full.</param>
/// <param name="Durability">As <c>durability</c> of <c>weir.json</c>: os or disk.</param>
internal sealed record WeirContender(string Name, string Mode, string Durability)
{
    public static WeirContender Bare { get; } = new("weir bare", "bare", "os");

    public static WeirContender Governed { get; } = new("weir governed", "governed", "os");

    public static WeirContender FullOs { get; } = new("weir full os", "full", "os");

    public static WeirContender FullDisk { get; } = new("weir full disk", "full", "disk");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // A server that listens to nobody else and reads nothing of the surroundings.
    private static readonly Dictionary<string, string?> Surroundings = new()
    {
        ["WEIR_DATA"] = null, ["WEIR_URLS"] = null, ["WEIR_CONFIG"] = null, ["WEIR_MANAGEMENT_KEY"] = null, ["OPENAI_API_KEY"] = null, ["ANTHROPIC_API_KEY"] = null,
        ["OPENROUTER_API_KEY"] = null, ["GEMINI_API_KEY"] = null,
    };

    public Contender With(WeirProgram program) => new(Name, (upstream, core) => Start(program, upstream, core));

    private RunningSystem Start(WeirProgram program, int upstream, int? core)
    {
        var folder = Directory.CreateTempSubdirectory("weir-bench").FullName;
        var data = Path.Combine(folder, "data");
        var port = FreePort.Find();
        var file = Path.Combine(folder, "weir.json");
        File.WriteAllText(file, Configuration(upstream));
        var key = "bench";
        if (Mode != "bare")
        {
            key = Run(program, ["keys", "create", "--name", "bench", "--limit", "100000", "--data", data]);
            _ = Run(program, ["credits", "add", "100000", "--data", data]);
        }

        string[] command = ["serve", "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"), "--otlp-grpc", "none", "--data", data, "--config", file];
        return new RunningSystem
        {
            Name = Name,
            Process = BenchProcess.Start(program.Command(command), core, Surroundings),
            Port = port,
            Path = "/api/v1/chat/completions",
            Headers = [$"Authorization: Bearer {key}"],
            ModelPrefix = "bench/",
            Folder = folder,
        };
    }

    private string Configuration(int upstream) => $$"""
        {
          "providers": { "bench": { "dialect": "openai", "base_url": "http://127.0.0.1:{{upstream}}/v1", "api_key": "bench" } },
          "models": { {{string.Join(", ", Enum.GetValues<BenchModel>().Select(Model))}} },
          "mode": "{{Mode}}", "durability": "{{Durability}}"
        }
        """;

    private static string Model(BenchModel model) => $$"""
        "bench/{{RunningSystem.NameOf(model)}}": { "context_length": 1000000, "endpoints": [
          { "provider": "bench", "upstream_model": "{{RunningSystem.NameOf(model)}}", "pricing": { "prompt": "0.000001", "completion": "0.000002" } } ] }
        """;

    private static string Run(WeirProgram program, string[] arguments)
    {
        var command = program.Command(arguments);
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Surroundings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd().Trim();
        return process.WaitForExit(Patience) && process.ExitCode == 0
            ? output
            : throw new IOException($"weir {arguments[0]} failed: {process.StandardError.ReadToEnd()}");
    }
}
