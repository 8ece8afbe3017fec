using System.CommandLine;
using System.CommandLine.Parsing;

namespace Weir.Cli.Commands;

/// <summary>The flags that say where traces are read, and which.</summary>
internal sealed class TraceFlags
{
    private readonly Option<Uri> _server = new("--server") { Description = "The server. WEIR_KEY, or WEIR_MANAGEMENT_KEY, must be set to a key of it.", CustomParser = ReadAddress, DefaultValueFactory = _ => new Uri("http://127.0.0.1:8400") };
    private readonly Option<string?> _project = new("--project") { Description = "Only this project." };
    private readonly Option<string?> _filter = new("--filter") { Description = "Only what this filter lets through, for example \"span_kind == 'LLM' and cost > 0.01\"; docs/filter.md has the language." };

    public void AddTo(Command command) => command.Options.Add(_server);

    public void AddFiltersTo(Command command)
    {
        AddTo(command);
        command.Options.Add(_project);
        command.Options.Add(_filter);
    }

    public RemoteTraces Open(ParseResult parsed) => RemoteTraces.Open(parsed.GetValue(_server)!);

    public Uri Server(ParseResult parsed) => parsed.GetValue(_server)!;

    public string? Project(ParseResult parsed) => parsed.GetValue(_project);

    public string? Filter(ParseResult parsed) => parsed.GetValue(_filter);

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
