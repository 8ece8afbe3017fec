using System.CommandLine;
using System.CommandLine.Parsing;

namespace Weir.Cli.Commands;

/// <summary>The flags that name an installation that is there already: its data folder, or the address of its server.</summary>
internal sealed class RunningServerFlags
{
    private readonly Option<string> _data = new("--data") { Description = "The data folder.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("WEIR_DATA") is { Length: > 0 } folder ? folder : "./weir-data" };
    private readonly Option<Uri?> _server = new("--server") { Description = "Ask a running server instead; WEIR_MANAGEMENT_KEY must be set.", CustomParser = ReadAddress };

    public void AddTo(Command command)
    {
        command.Options.Add(_data);
        command.Options.Add(_server);
    }

    public string Data(ParseResult parsed) => parsed.GetValue(_data)!;

    /// <summary>Null: the data folder counts.</summary>
    public Uri? Server(ParseResult parsed) => parsed.GetValue(_server);

    // The library reads no addresses by itself.
    private static Uri? ReadAddress(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        result.AddError($"--server is '{text}'; it must be an address such as http://127.0.0.1:8400.");
        return null;
    }
}
