using System.CommandLine;

namespace Weir.Cli.Commands;

/// <summary>The flags of an import: the data folder it is written to, and the configuration that names the providers.</summary>
internal sealed class ImportFlags
{
    private const string DefaultConfigFile = "weir.json";

    private readonly Option<string> _data = new("--data") { Description = "The data folder.", DefaultValueFactory = _ => From("WEIR_DATA") ?? "./weir-data" };
    private readonly Option<string?> _config = new("--config") { Description = "The configuration file. Default: ./weir.json when it is there.", DefaultValueFactory = _ => From("WEIR_CONFIG") };

    public void AddTo(Command command)
    {
        command.Options.Add(_data);
        command.Options.Add(_config);
    }

    public string Data(ParseResult parsed) => parsed.GetValue(_data)!;

    /// <summary>Null: there is none.</summary>
    public string? Config(ParseResult parsed) => parsed.GetValue(_config) ?? (File.Exists(DefaultConfigFile) ? DefaultConfigFile : null);

    private static string? From(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
