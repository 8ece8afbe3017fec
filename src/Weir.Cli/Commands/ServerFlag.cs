using System.CommandLine;
using System.CommandLine.Parsing;

namespace Weir.Cli.Commands;

/// <summary>The flag that says which running server is asked.</summary>
internal sealed class ServerFlag
{
    private readonly Option<Uri> _server = new("--server") { Description = "The server.", CustomParser = ReadAddress, DefaultValueFactory = _ => new Uri("http://127.0.0.1:8400") };

    public void AddTo(Command command) => command.Options.Add(_server);

    public Uri Address(ParseResult parsed) => parsed.GetValue(_server)!;

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
